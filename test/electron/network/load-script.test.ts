import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { loadScript } from '../../../electron/network/load-script.ts'

const SCRIPT = 'function FindProxyForURL(url, host) { return "DIRECT" }'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/proxy.pac`
}

it.each<[string, RequestListener, string | null]>([
  ['a script', (_request, response) => response.end(SCRIPT), SCRIPT],
  ['a page', (_request, response) => response.end(`<html>${SCRIPT}`), null],
  ['something else', (_request, response) => response.end('{}'), null],
  ['a redirect', (_request, response) => response.writeHead(302, { location: '/other' }).end(SCRIPT), null],
  ['a 404', (_request, response) => response.writeHead(404).end(SCRIPT), null],
  ['too much', (_request, response) => response.end(SCRIPT + ' '.repeat(1_000_001)), null],
  [
    'half an answer',
    (_request, response) =>
      response.writeHead(200, { 'content-length': '900' }).write(SCRIPT, () => response.destroy()),
    null,
  ],
])('loadScript of a server that answers with %s', async (_name, answer, script) => {
  expect(await loadScript(await serve(answer), [])).toBe(script)
})

it('loadScript reads a file, and gives nothing for what it can’t load', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-script-'))
  try {
    const path = join(folder, 'proxy.pac')
    writeFileSync(path, SCRIPT)
    expect(await loadScript(pathToFileURL(path).href, [])).toBe(SCRIPT)
  } finally {
    rmSync(folder, { recursive: true })
  }
  for (const address of ['file:///nowhere/proxy.pac', 'http://127.0.0.1:1/', 'nothing'])
    expect(await loadScript(address, [])).toBeNull()
})
