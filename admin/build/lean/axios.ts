/** What simple-rest needs of axios when an `adapter` sends its requests. Its own instance has none and sends nothing. */
interface Request {
  method: string
  url: string
  data?: unknown
  headers?: Readonly<Record<string, string>>
}

type Adapter = (request: Request) => Promise<{ data: unknown; headers: Record<string, string> }>

type Options = Partial<Omit<Request, 'method' | 'url'>>

function create({ adapter = unsent }: { adapter?: Adapter } = {}) {
  const send = (method: string) => (url: string, options?: Options) => adapter({ method, url, ...options })
  const sendBody = (method: string) => (url: string, data?: unknown, options?: Options) =>
    adapter({ method, url, data, ...options })
  return {
    create,
    interceptors: { response: { use: () => undefined } },
    get: send('get'),
    delete: send('delete'),
    post: sendBody('post'),
    put: sendBody('put'),
    patch: sendBody('patch'),
  }
}

const unsent: Adapter = async ({ method, url }) => {
  throw new Error(`No adapter to send ${method} ${url}`)
}

// biome-ignore lint/style/noDefaultExport: that is how it is imported
export default { create }
