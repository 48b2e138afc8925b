import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api.ts'
import { onFarewell } from './session.ts'

/**
 * The cache of everything read from the API. Our own, because Refine's keeps the former answer while the next one loads:
 * rows of one resource would show under another.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a network a request fails at once and says so: paused, which is the library's way, it would only keep turning.
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && mayPass(error),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

onFarewell(() => queryClient.clear())

/** No answer, or one that blames a server in between: worth another try. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.statusCode === 0 || error.statusCode >= 502)
}
