import type { ParseFunction, RouterProvider } from '@refinedev/core'
import bindings from '@refinedev/react-router'

/**
 * Refine's router without its openness: what `parse` answers as `params` Refine merges into the `meta` of every call, so a
 * link could choose them. Only the keys that Refine itself reads from the address come through.
 */
export const routerProvider: RouterProvider = {
  ...bindings,
  parse: () => {
    const parse = (bindings.parse ?? noParse)()
    return () => {
      const { params: { filters, sorters, currentPage, pageSize } = {}, ...parsed } = parse()
      return { ...parsed, params: { filters, sorters, currentPage, pageSize } }
    }
  },
}

const noParse = (): ParseFunction => () => ({})
