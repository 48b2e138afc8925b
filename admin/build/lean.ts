import { fileURLToPath } from 'node:url'

const file = (name: string) => fileURLToPath(new URL(`./lean/${name}`, import.meta.url))

/** What Refine's packages bring along and this admin never calls, in a size that fits: a quarter of what the first list loads. Tests run on the same. */
export const leanPackages = {
  // simple-rest hands every request to `callApi`.
  axios: file('axios.ts'),
  // Exports and imports are made by the API.
  papaparse: file('papaparse.ts'),
  'side-channel': file('side-channel.cjs'),
}

/**
 * Modules that do nothing when they are merely imported, so that a page loads only what it uses of them: the contract, and
 * the engine of antd's forms, of which every antd input needs one context.
 */
export const isPure = (id: string): boolean => /[\\/](api[\\/]src[\\/]contract|rc-field-form)[\\/]/.test(id)
