import { ApiError } from '../providers/api.ts'

/** What was answered last, unless the API has said since that it may not be seen any more, or is gone: then nothing of it stays. */
export function seen<T>({ data, error }: { data: T | undefined; error: unknown }): T | undefined {
  const isGone = error instanceof ApiError && (error.statusCode === 403 || error.statusCode === 404)
  return isGone ? undefined : data
}
