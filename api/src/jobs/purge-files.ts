import type { Logger } from 'pino'
import { purgeFiles } from '../records/files/removal.ts'
import type { Panel } from '../records/panel.ts'

const hourMs = 60 * 60_000

interface Purging {
  readonly panel: Panel
  readonly log: Pick<Logger, 'error'>
  /** Aborted when the process is about to end. */
  readonly farewell: AbortSignal
}

/** Takes away, now and every hour, the uploads that no record has claimed within a day, and files whose removal failed. */
export function purgeFilesHourly({ panel, log, farewell }: Purging): void {
  const purge = () => purgeFiles(panel).catch((error: unknown) => log.error({ err: error }, 'files not purged'))
  void purge()
  const timer = setInterval(purge, hourMs)
  timer.unref()
  farewell.addEventListener('abort', () => clearInterval(timer))
}
