import type { Resources } from '../../define/resource.ts'
import type { Paths } from './operations.ts'
import { resourcePaths, resourceSchemas } from './resource.ts'
import { filterSchema, type JsonSchema, problemSchema } from './schemas.ts'
import { type Seen, wholly } from './seen.ts'

export interface OpenApi {
  openapi: '3.1.0'
  info: JsonSchema
  servers: JsonSchema[]
  security: JsonSchema[]
  paths: Paths
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, JsonSchema> }
}

interface Described {
  /** Every resource of the app: a reference may point to any. */
  resources: Resources
  /** What the reader may see; all there is when left out. */
  visible?: readonly Seen[]
  /** The addresses that are not of a resource. */
  otherPaths: Paths
}

/** The description of an API for programs. */
export function openApi({ resources, visible = Object.values(resources).map(wholly), otherPaths }: Described): OpenApi {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ficha',
      version: '1',
      description: 'Texts come in the language of `Accept-Language`, pt-BR or English.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths: Object.assign({}, otherPaths, ...visible.map((seen) => resourcePaths(resources, seen))),
    components: {
      schemas: Object.assign({ Filter: filterSchema, Problem: problemSchema }, ...visible.map(resourceSchemas)),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-sid' } },
    },
  }
}
