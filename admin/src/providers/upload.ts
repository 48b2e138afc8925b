import type { StoredFile } from '@ficha/api/contract'
import { ApiError, addressOf, answerTo } from './api.ts'
import { currentLanguage, sayNow } from './i18n.ts'

interface UploadOptions {
  signal: AbortSignal
  /** Told from 0 to 1 how much has gone out; from 0 again when the session had ended and it is sent once more. */
  onProgress: (part: number) => void
}

/**
 * Uploads a file: `uploadFile('/attachments/files/file', file, …)`. It is of no record before one is saved with its id.
 * @throws ApiError for every answer that is not a success; a `DOMException` named AbortError when the signal aborts.
 */
export async function uploadFile(path: string, file: File, { signal, onProgress }: UploadOptions): Promise<StoredFile> {
  const { body } = await answerTo<StoredFile>(path, () => post(path, file, { signal, onProgress }), signal)
  return body
}

/** `fetch` tells nothing of what has gone out. */
function post(path: string, file: File, { signal, onProgress }: UploadOptions): Promise<Response> {
  signal.throwIfAborted()
  const form = new FormData()
  form.append('file', file)
  const request = new XMLHttpRequest()
  request.open('POST', addressOf(path))
  request.setRequestHeader('Accept', 'application/json')
  request.setRequestHeader('Accept-Language', currentLanguage())
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(answerOf(request))
    request.onerror = () => reject(new ApiError(0, sayNow('shell.offline')))
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    onProgress(0)
    request.send(form)
  })
}

function answerOf(request: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const name of ['Content-Type', 'X-Ability-Version']) {
    const value = request.getResponseHeader(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(request.responseText, { status: request.status, headers })
}
