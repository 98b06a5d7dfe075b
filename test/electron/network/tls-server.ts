import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { makeOwnCertificate } from '../../support/own-certificate.ts'

export type TlsServer = {
  readonly port: number
  readonly cert: string
  /** The key of each request. */
  readonly received: string[]
  close(): Promise<void>
}

/** An API server with a certificate that nobody trusts. */
export async function startTlsServer(host: string): Promise<TlsServer> {
  const { key, cert } = makeOwnCertificate(host)
  const received: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer({ key, cert }, (request, response) => {
    received.push(request.headers.authorization ?? '')
    response.setHeader('content-type', 'application/json').end('{"success":true}')
  })
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cert,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
