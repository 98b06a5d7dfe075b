import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { devOriginOf, makeDevHandler } from '../../../electron/guards/dev-server.ts'

describe('devOriginOf', () => {
  it.each([
    [{ ELECTRON_RENDERER_URL: 'http://localhost:5173' }, false, 'http://localhost:5173'],
    [{ ELECTRON_RENDERER_URL: 'http://localhost:5173/x' }, false, 'http://localhost:5173'],
    [{ ELECTRON_RENDERER_URL: 'http://localhost:5173' }, true, null],
    [{ ELECTRON_RENDERER_URL: '' }, false, null],
    [{}, false, null],
  ])('of %j, packaged %s, is %s', (env, isPackaged, expected) => {
    expect(devOriginOf(env, isPackaged)).toBe(expected)
  })
})

it("the dev handler serves Vite's files under our origin with the development policy", async () => {
  const requested: string[] = []
  const server = createServer((request, response) => {
    requested.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'text/javascript' }).end('export {}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const handler = makeDevHandler(origin)
  const answer = await handler({ method: 'GET', url: 'app://clarion/src/main.tsx?t=1' })
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'text/javascript',
    'export {}',
  ])
  expect(answer.headers.get('content-security-policy')).toContain(
    `connect-src 'self' ${origin} ${origin.replace('http', 'ws')}`,
  )
  expect((await handler({ method: 'POST', url: 'app://clarion/' })).status).toBe(405)
  expect(requested).toEqual(['/src/main.tsx?t=1'])
  server.close()
})
