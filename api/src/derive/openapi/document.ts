import type { Resources } from '../../define/resource.ts'
import type { Paths } from './operations.ts'
import { resourcePaths, resourceSchemas } from './resource.ts'
import { type JsonSchema, problemSchema } from './schemas.ts'

export interface OpenApi {
  openapi: '3.1.0'
  info: JsonSchema
  servers: JsonSchema[]
  security: JsonSchema[]
  paths: Paths
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, JsonSchema> }
}

/** The description of an API for programs, from its resources and the addresses that are not of a resource. */
export function openApi(resources: Resources, otherPaths: Paths): OpenApi {
  const all = Object.values(resources)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ficha',
      version: '1',
      description: 'Texts come in the language of `Accept-Language`, pt-BR or English.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths: Object.assign({}, otherPaths, ...all.map((resource) => resourcePaths(resources, resource))),
    components: {
      schemas: Object.assign({ Problem: problemSchema }, ...all.map(resourceSchemas)),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-sid' } },
    },
  }
}
