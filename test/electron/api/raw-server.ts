import { createServer, type AddressInfo, type Socket } from 'node:net'

export type Received = {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The number of its connection, from 1. */
  readonly connection: number
}

export type RawServer = {
  readonly baseUrl: string
  readonly port: number
  /** Every request that arrived completely, in order. */
  readonly received: Received[]
  close(): Promise<void>
}

/** A server without an HTTP library, so that a test controls every byte on the socket. */
export async function startRawServer(answer: (request: Received, socket: Socket) => void): Promise<RawServer> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    connections += 1
    const connection = connections
    let pending: Buffer = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (bytes) => {
      pending = Buffer.concat([pending, bytes])
      for (let cut = cutRequest(pending, connection); cut !== null; cut = cutRequest(pending, connection)) {
        pending = cut.rest
        received.push(cut.request)
        answer(cut.request, socket)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    port,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function cutRequest(bytes: Buffer, connection: number): { readonly request: Received; readonly rest: Buffer } | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const [method = '', target = ''] = first.split(' ')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const bodyEnd = end + 4 + Number(headers['content-length'] ?? 0)
  if (bytes.length < bodyEnd) return null
  const body = bytes.subarray(end + 4, bodyEnd).toString('utf8')
  return { request: { method, target, headers, body, connection }, rest: bytes.subarray(bodyEnd) }
}

export function httpText(status: number, body: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} Status`, ...lines, '', body].join('\r\n')
}
