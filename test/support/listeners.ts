import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** Listeners on loopback that write down whatever reaches them, and answer nothing. */
export type Listeners = {
  readonly tcpPort: number
  readonly udpPort: number
  /** One line for each connection, its first bytes, each datagram and each name that was looked up. */
  readonly heard: readonly string[]
  readonly forget: () => void
  readonly close: () => void
}

/** `nameServer`: the loopback address at which to listen for DNS, which needs root; null for none. */
export async function openListeners(nameServer: string | null): Promise<Listeners> {
  const heard: string[] = []
  const tcp = createServer((socket) => {
    heard.push('tcp connection')
    socket.on('data', (bytes) => heard.push(`tcp ${firstLine(bytes)}`)).on('error', () => socket.destroy())
  })
  tcp.listen(0, '127.0.0.1')
  const udp = createSocket('udp4', (bytes) => heard.push(`udp ${firstLine(bytes)}`))
  udp.bind(0, '127.0.0.1')
  await Promise.all([once(tcp, 'listening'), once(udp, 'listening')])
  const dns = nameServer === null ? null : createSocket('udp4', (bytes) => heard.push(`dns ${nameIn(bytes)}`))
  if (dns !== null && nameServer !== null) await once(dns.bind(53, nameServer), 'listening')
  return {
    tcpPort: (tcp.address() as AddressInfo).port,
    udpPort: udp.address().port,
    heard,
    forget: () => heard.splice(0),
    close() {
      tcp.close()
      udp.close()
      dns?.close()
    },
  }
}

function firstLine(bytes: Buffer): string {
  return (bytes.toString('latin1').split('\r\n')[0] ?? '').replaceAll(/[^ -~]/g, '.').slice(0, 80)
}

/** The name of a DNS query: after its header of 12 bytes, labels that begin with their length. */
function nameIn(query: Buffer): string {
  const labels: string[] = []
  for (let at = 12; (query[at] ?? 0) > 0; at += 1 + (query[at] ?? 0))
    labels.push(query.toString('latin1', at + 1, at + 1 + (query[at] ?? 0)))
  return labels.join('.')
}
