import type { Member, MemberRequest } from '@ficha/api/contract'
import { useInvalidate } from '@refinedev/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { callApi } from '../../providers/api.ts'
import { seen } from '../seen.ts'

interface Members {
  /** Absent while they are on their way. */
  members?: Member[]
  error: Error | null
  retry: () => void
  /** Adds somebody, or moves the end of their membership. @throws ApiError */
  put: (request: MemberRequest) => Promise<void>
  /** @throws ApiError */
  remove: (user: number) => Promise<void>
}

/** Who is in a group, and what changes it: each change acts at once, it is no part of the form of the group. */
export function useMembers(group: number): Members {
  const client = useQueryClient()
  const invalidate = useInvalidate()
  const path = `/permission-groups/${group}/members`
  const queryKey = ['permissions', 'members', group]
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await callApi<Member[]>('GET', path, { signal })).body,
  })

  async function settle() {
    // Users show their groups.
    void invalidate({ resource: 'user', invalidates: ['resourceAll'] })
    await client.invalidateQueries({ queryKey })
  }

  return {
    members: seen({ data, error }),
    error,
    retry: () => void refetch(),
    async put(request) {
      await callApi('POST', path, { body: request })
      await settle()
    },
    async remove(user) {
      await callApi('DELETE', `${path}/${user}`)
      await settle()
    },
  }
}
