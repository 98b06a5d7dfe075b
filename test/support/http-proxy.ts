import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { connect, type AddressInfo, type Socket } from 'node:net'

export type HttpProxy = {
  /** `127.0.0.1:1234` */
  readonly name: string
  readonly port: number
  /** Every request that arrived: its first line and its login. */
  readonly asked: { readonly method: string; readonly target: string; readonly login: string | null }[]
  /** Every byte that arrived before a tunnel was open, and in it. */
  readonly bytes: () => string
  /** `name:password` that it demands; null for none. */
  login: string | null
  /** `refuse`: 403. `html`: a page with a 200 that is no tunnel's. `ntlm`: another sign-in. `silent`: no answer. */
  manner: 'open' | 'refuse' | 'html' | 'ntlm' | 'silent'
  close(): Promise<void>
}

/** A proxy that opens tunnels (CONNECT) to one server, whatever host is asked for. With `tls`, it is reached over TLS itself. */
export async function startHttpProxy(
  serverPort: number,
  tls?: { readonly key: string; readonly cert: string },
): Promise<HttpProxy> {
  const sockets = new Set<Socket>()
  const received: Buffer[] = []
  const server: Server = tls === undefined ? createHttpServer() : createHttpsServer(tls)
  const proxy = {
    ...{ name: '', port: 0, login: null as string | null, manner: 'open' as HttpProxy['manner'] },
    asked: [] as HttpProxy['asked'],
    bytes: () => Buffer.concat(received).toString('latin1'),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('data', (bytes: Buffer) => received.push(bytes))
    socket.on('error', () => socket.destroy())
  })
  server.on('request', (request, response) => {
    proxy.asked.push({ method: request.method ?? '', target: request.url ?? '', login: null })
    response.end('no tunnel')
  })
  server.on('connect', (request, socket: Socket, head) => {
    const [, code] = /^Basic (.*)$/.exec(request.headers['proxy-authorization'] ?? '') ?? []
    const login = code === undefined ? null : Buffer.from(code, 'base64').toString('utf8')
    proxy.asked.push({ method: 'CONNECT', target: request.url ?? '', login })
    socket.on('error', () => socket.destroy())
    if (proxy.manner === 'silent') return
    if (proxy.manner === 'refuse') return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    if (proxy.manner === 'html')
      return socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<html>Please sign in to the network</html>')
    if (proxy.manner === 'ntlm')
      return socket.end('HTTP/1.1 407 Login\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n')
    if (proxy.login !== null && login !== proxy.login)
      return socket.end('HTTP/1.1 407 Login\r\nProxy-Authenticate: NTLM\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n')
    const upstream = connect(serverPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(socket).pipe(upstream)
    })
    sockets.add(upstream)
    upstream.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy.port = (server.address() as AddressInfo).port
  proxy.name = `127.0.0.1:${String(proxy.port)}`
  return proxy
}
