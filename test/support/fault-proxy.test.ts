import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { createRequestSplitter } from './request-splitter.ts'

/** A server that records requests and responds with their contents. */
type Echo = {
  readonly server: Server
  readonly seen: string[]
  answer: (response: ServerResponse, body: string) => void
}

let echo: Echo
let proxy: FaultProxy

beforeEach(async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      seen.push(`${request.method} ${request.url} ${body}`)
      echo.answer(response, body)
    })
  })
  echo = { server, seen, answer: (response, body) => response.end(`heard ${body}`) }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy = await startFaultProxy((server.address() as AddressInfo).port)
})

afterEach(async () => {
  await proxy.close()
  echo.server.closeAllConnections()
  await new Promise((resolve) => echo.server.close(resolve))
})

async function post(body: string, path = '/'): Promise<string> {
  return (await fetch(`${proxy.url}${path}`, { method: 'POST', body })).text()
}

function reasonOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'answered',
    (error: Error) => (error.cause as NodeJS.ErrnoException | undefined)?.code ?? error.message,
  )
}

describe('startFaultProxy', () => {
  it('passes everything unchanged and separates the requests', async () => {
    expect([await post('one', '/a'), await post('', '/b'), await post('drei ü', '/c')]).toEqual([
      'heard one',
      'heard ',
      'heard drei ü',
    ])
    expect(echo.seen).toEqual(['POST /a one', 'POST /b ', 'POST /c drei ü'])
    expect(proxy.requests.map((request) => request.split(' HTTP')[0])).toEqual(['POST /a', 'POST /b', 'POST /c'])
    expect(proxy.requests[2]).toMatch(/\r\n\r\ndrei ü$/)
  })

  it('passes long bodies in both directions', async () => {
    const long = 'x'.repeat(900_000)
    expect(await post(long)).toBe(`heard ${long}`)
  })

  it('passes concurrent requests', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_none, index) => post(String(index))))
    expect(answers).toEqual(Array.from({ length: 30 }, (_none, index) => `heard ${index}`))
  })

  it('drops a response of the server', async () => {
    await post('before')
    const cut = proxy.cutNextAnswer((request) => request.startsWith('POST /lost'))
    expect(await reasonOf(post('one', '/lost'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/)
    expect(await cut).toMatch(/^POST \/lost HTTP\/1.1\r\n[^]*\r\n\r\none$/)
    expect(echo.seen).toEqual(['POST / before', 'POST /lost one'])
    expect(await post('after', '/lost')).toBe('heard after')
  })

  it('drops the rest of a response', async () => {
    const cut = proxy.cutNextAnswer(undefined, { afterBytes: 160 })
    echo.answer = (response) => response.end('y'.repeat(500))
    const response = await fetch(proxy.url, { method: 'POST', body: 'one' })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
    await cut
    expect(echo.seen).toEqual(['POST / one'])
  })

  it('drops a request before the server receives it', async () => {
    const cut = proxy.cutNextRequest((request) => request.includes('secret'))
    expect(await post('plain')).toBe('heard plain')
    expect(await reasonOf(post('secret'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/)
    expect(await cut).toMatch(/secret$/)
    expect(echo.seen).toEqual(['POST / plain'])
    expect(await post('secret')).toBe('heard secret')
  })

  it('drops every matching response until it is stopped', async () => {
    const stop = proxy.cutEvery('answer', (request) => request.startsWith('POST'))
    expect(await reasonOf(post('one'))).not.toBe('answered')
    expect(await reasonOf(post('two'))).not.toBe('answered')
    expect(await (await fetch(proxy.url)).text()).toBe('heard ')
    stop()
    expect(await post('three')).toBe('heard three')
    expect(echo.seen).toEqual(['POST / one', 'POST / two', 'GET / ', 'POST / three'])
  })

  it('reports a request without changing it', async () => {
    const next = proxy.nextRequest((request) => request.endsWith('two'))
    expect([await post('one'), await post('two')]).toEqual(['heard one', 'heard two'])
    expect(await next).toMatch(/two$/)
  })

  it('refuses and drops connections when cut off, and serves the same address when restored', async () => {
    await post('before')
    echo.answer = () => undefined
    const open = reasonOf(post('waiting'))
    await untilSeen(2)
    await proxy.cutOff()
    expect(await open).toMatch(/ECONNRESET|UND_ERR_SOCKET/)
    expect(await reasonOf(post('refused'))).toBe('ECONNREFUSED')
    echo.answer = (response, body) => response.end(`heard ${body}`)
    await proxy.restore()
    expect(await post('after')).toBe('heard after')
    expect(echo.seen).toEqual(['POST / before', 'POST / waiting', 'POST / after'])
  })

  it('accepts connections without responding when silent, and never delivers what it swallowed', async () => {
    proxy.goSilent()
    const open = reasonOf(post('swallowed'))
    while (proxy.connections === 0) await new Promise((resolve) => setImmediate(resolve))
    await proxy.restore()
    expect(await open).toMatch(/ECONNRESET|UND_ERR_SOCKET/)
    expect(await post('after')).toBe('heard after')
    expect(echo.seen).toEqual(['POST / after'])
  })

  it('delays responses', async () => {
    const happened: string[] = []
    proxy.delayMs = 100
    echo.answer = (response, body) => {
      response.end(`heard ${body}`)
      setTimeout(() => happened.push('a tenth of the delay'), 10)
    }
    happened.push(await post('one'))
    expect(happened).toEqual(['a tenth of the delay', 'heard one'])
  })

  it('closes the connection when the server closes it', async () => {
    echo.answer = (response) => response.destroy()
    expect(await reasonOf(post('one'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/)
  })

  it('closes the connection when the server dies before the response to drop', async () => {
    void proxy.cutNextAnswer()
    echo.answer = (response) => response.destroy()
    expect(await reasonOf(post('one'))).toMatch(/ECONNRESET|UND_ERR_SOCKET/)
  })
})

describe('createRequestSplitter', () => {
  const stream = Buffer.from(
    'GET /a HTTP/1.1\r\nHost: x\r\n\r\nPOST /b HTTP/1.1\r\ncontent-length: 6\r\n\r\nbö\r\nyPOST /c HTTP/1.1\r\nContent-Length: 0\r\n\r\n',
  )

  it.each([1, 2, 3, 7, 50, 1_000])('splits requests that arrive %i bytes at a time', (size) => {
    const requests: string[] = []
    const split = createRequestSplitter((request) => requests.push(request.toString()))
    for (let from = 0; from < stream.length; from += size) split(stream.subarray(from, from + size))
    expect(requests).toEqual([
      'GET /a HTTP/1.1\r\nHost: x\r\n\r\n',
      'POST /b HTTP/1.1\r\ncontent-length: 6\r\n\r\nbö\r\ny',
      'POST /c HTTP/1.1\r\nContent-Length: 0\r\n\r\n',
    ])
  })

  it('throws for a chunked request, whose end it cannot find', () => {
    const split = createRequestSplitter(() => undefined)
    expect(() => split(Buffer.from('POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n'))).toThrow('chunked')
  })
})

/** Resolves when the server has received this many requests. */
async function untilSeen(count: number): Promise<void> {
  while (echo.seen.length < count) await new Promise((resolve) => setImmediate(resolve))
}
