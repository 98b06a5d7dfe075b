import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ScriptedServer = {
  readonly url: string
  /** The raw rows of the list, each with its `messages`; null for a server that fails. */
  rows: readonly Readonly<Record<string, unknown>>[] | null
  readonly close: () => Promise<void>
}

/** The two reads of the API with responses that the test chooses, including invalid ones, which the embedded server cannot send. */
export async function startScriptedServer(rows: ScriptedServer['rows']): Promise<ScriptedServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://server')
    const data = answer(script.rows, url)
    response.writeHead(data === undefined ? 503 : data === null ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(data == null ? { success: false, error: 'no' } : { success: true, data }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const script: ScriptedServer = {
    url: `http://127.0.0.1:${port}`,
    rows,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return script
}

/** Undefined when the server fails, null for an unknown path or id. */
function answer(rows: ScriptedServer['rows'], { pathname, searchParams }: URL): unknown {
  if (rows === null) return undefined
  const id = /^\/conversations\/(.+)$/.exec(pathname)?.[1]
  if (id !== undefined) return rows.find((row) => String(row['id']) === decodeURIComponent(id)) ?? null
  const status = searchParams.get('status')
  const offset = Number(searchParams.get('offset'))
  const listed = rows.filter((row) => status === null || row['status'] === status)
  return listed.slice(offset, offset + Number(searchParams.get('limit'))).map(({ messages: _, ...row }) => row)
}
