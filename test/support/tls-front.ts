import { request as httpRequest } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { makeOwnCertificate } from './own-certificate.ts'

export type TlsFront = { readonly port: number; readonly cert: string; close(): Promise<void> }

/** A server under a name of its own, over TLS, that passes every request on to a sandbox. */
export async function startTlsFront(host: string, sandboxPort: number): Promise<TlsFront> {
  const { key, cert } = makeOwnCertificate(host)
  const sockets = new Set<Socket>()
  const server = createServer({ key, cert }, (request, response) => {
    const { method, url: path } = request
    const headers = { ...request.headers, host: `127.0.0.1:${String(sandboxPort)}` }
    const passed = httpRequest({ host: '127.0.0.1', port: sandboxPort, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  })
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cert,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
