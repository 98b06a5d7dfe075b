import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type UpdateServer = {
  /** With a slash at the end. */
  readonly url: string
  /** `METHOD /path` of each request, without its query. */
  readonly requests: string[]
  /** The headers of each request. */
  readonly headers: IncomingMessage['headers'][]
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** Serves answers by path until the test ends. Any other path is 404. */
export async function startUpdateServer(answers: Readonly<Record<string, Answer>>): Promise<UpdateServer> {
  const requests: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x')
    requests.push(`${request.method} ${pathname}`)
    headers.push(request.headers)
    const answer = answers[pathname]
    if (answer !== undefined) return answer(response, request)
    response.writeHead(404)
    response.end('no such file')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests, headers }
}

export const send =
  (body: string | Buffer): Answer =>
  (response) =>
    response.end(body)

/** What a feed says about one version. */
export function description(
  file: Buffer,
  { version = '2.0.0', url = 'Clarion-2.0.0.AppImage', sha512 = sha512Of(file) } = {},
): string {
  return [
    `version: ${version}`,
    'files:',
    `  - url: ${url}`,
    `    sha512: ${sha512}`,
    `    size: ${file.length}`,
    `path: ${url}`,
    `sha512: ${sha512}`,
    'releaseNotes: "<b>New</b>: faster<script>alert(1)</script>"',
    "releaseDate: '2026-11-28T00:00:00.000Z'",
    '',
  ].join('\n')
}

export function sha512Of(file: Buffer): string {
  return createHash('sha512').update(file).digest('base64')
}
