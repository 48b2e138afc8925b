import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { purgeFilesHourly } from '../src/jobs/purge-files.ts'
import { purgeFiles } from '../src/records/files/removal.ts'
import { makePanel } from '../src/records/panel.ts'
import type { FileStore } from '../src/store/files/file-store.ts'
import { filesIn } from '../src/store/files/folder.ts'
import { instantBind } from '../src/store/instants.ts'
import { later, minuteMs } from './clock.ts'
import { pdf, png, storedIn } from './files.ts'
import { zooPanel } from './panel.ts'

const dayMs = 24 * 60 * minuteMs

/** A panel as the jobs of the process have it, with a file store that may be spoilt. */
async function withJobs(spoilt: Partial<FileStore> = {}) {
  const opened = await zooPanel()
  const { resources, database, folder } = opened
  const files = { ...filesIn(folder), ...spoilt }
  const keys = async () => (await database.read<{ key: string }>('SELECT key FROM stored_files')).map(({ key }) => key)
  return { ...opened, keys, jobs: makePanel({ resources, database, files }) }
}

test('what no record claims within a day is taken away; what one has stays', async () => {
  const { administrator, jobs, keys, folder } = await withJobs()
  const { id } = (await administrator.upload('zoo', 'document', pdf)).body
  await administrator.make('zoo', { document: id })
  await administrator.upload('zoo', 'picture', png)
  later(dayMs - minuteMs)
  await purgeFiles(jobs)
  expect([(await keys()).length, storedIn(folder).length]).toEqual([2, 3])

  later(minuteMs)
  await purgeFiles(jobs)

  expect([await keys(), storedIn(folder).length]).toEqual([[id], 1])
})

test('what a process left half-way when it ended is taken away', async () => {
  const { database, jobs, keys, folder } = await withJobs()
  const name = '0123456789abcdef0123456789abcdef'
  await database.write((scope) =>
    scope.run(
      `INSERT INTO stored_files (key, stored_as, resource, field, user_id, name, type, created_at, expires_at)
       VALUES ('f_x', $1, 'zoo', 'document', 1, 'a.pdf', 'application/pdf', $2, $2)`,
      [name, instantBind(database.engine, Date.now())],
    ),
  )
  mkdirSync(join(folder, 'files', '01'), { recursive: true })
  for (const left of ['.part', '.thumbnail', '.thumbnail.part'])
    writeFileSync(join(folder, 'files', '01', name + left), '')

  await purgeFiles(jobs)

  expect([await keys(), storedIn(folder)]).toEqual([[], []])
})

test('a removal that fails is told of and tried again, and keeps no other from going', async () => {
  const refused: string[] = []
  const { administrator, jobs, keys, folder, resources, database } = await withJobs({
    async remove(name) {
      if (refused.length === 0) refused.push(name)
      if (name.startsWith(refused[0]?.slice(0, 32) ?? '-')) throw new Error('The disk is away.')
      await filesIn(folder).remove(name)
    },
  })
  for (const _ of [1, 2, 3]) await administrator.upload('zoo', 'document', pdf)
  later(dayMs)

  await expect(purgeFiles(jobs)).rejects.toThrow('Some files could not be taken away.')

  expect([(await keys()).length, storedIn(folder).length]).toEqual([1, 1])
  await purgeFiles(makePanel({ resources, database, files: filesIn(folder) }))
  expect([await keys(), storedIn(folder)]).toEqual([[], []])
})

test('files are purged when the process starts, every hour, and no more when it ends', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { jobs } = await withJobs()
  const purges = vi.spyOn(jobs.database, 'write')
  const log = { error: vi.fn() }
  const farewell = new AbortController()

  purgeFilesHourly({ panel: jobs, log, farewell: farewell.signal })
  expect(purges).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(3 * 60 * minuteMs)
  expect(purges).toHaveBeenCalledTimes(4)
  farewell.abort()
  vi.advanceTimersByTime(3 * 60 * minuteMs)
  expect(purges).toHaveBeenCalledTimes(4)

  await Promise.all(purges.mock.results.map(({ value }) => value))
  purges.mockRestore()
  expect(log.error).not.toHaveBeenCalled()
})

test('a purge that fails is told in the log', async () => {
  const { administrator, jobs } = await withJobs({ remove: () => Promise.reject(new Error('The disk is away.')) })
  await administrator.upload('zoo', 'document', pdf)
  later(dayMs)
  const log = { error: vi.fn() }
  const farewell = new AbortController()
  purgeFilesHourly({ panel: jobs, log, farewell: farewell.signal })
  farewell.abort()
  await vi.waitFor(() =>
    expect(log.error).toHaveBeenCalledWith({ err: expect.any(AggregateError) }, 'files not purged'),
  )
})
