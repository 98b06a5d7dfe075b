import { afterEach, describe, expect, it } from 'vitest'
import type { Clock } from '../../../electron/sandbox/clock.ts'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import { createManualClock } from './manual-clock.ts'

let sandbox: Sandbox | null = null

async function start(clock?: Clock): Promise<Sandbox> {
  sandbox = await startSandbox({ conversations: 5, answers: false, clock })
  return sandbox
}

function send({ url, key }: Sandbox, content = 'Hi'): Promise<Response> {
  return fetch(`${url}/conversations/conv_abc123/messages`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}` },
    body: JSON.stringify({ content }),
  })
}

async function untilMet({ faults }: Sandbox): Promise<void> {
  while (faults.left > 0) await new Promise((resolve) => setImmediate(resolve))
}

afterEach(async () => {
  await sandbox?.close()
  sandbox = null
})

describe('a sandbox fault', () => {
  it.each([
    ['after it took effect', true, 1],
    ['before it takes effect', false, 0],
  ])('gives an error status %s', async (_when, applied, mutations) => {
    const server = await start()
    server.faults.inject({ answer: 'status', status: 500, error: 'Out of order' }, { applied })
    const response = await send(server)
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ success: false, error: 'Out of order' })
    expect(server.journal.mutations()).toHaveLength(mutations)
    expect(server.journal.requests()).toMatchObject([{ status: 500, body: { content: 'Hi' } }])
    expect((await send(server)).status).toBe(200)
  })

  it('gives a 429 with Retry-After the given number of times', async () => {
    const server = await start()
    server.faults.inject({ answer: 'status', status: 429, retryAfter: '7' }, { times: 2 })
    const answers = [await send(server), await send(server), await send(server)]
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200])
    expect(answers.map(({ headers }) => headers.get('Retry-After'))).toEqual(['7', '7', null])
    expect(server.journal.mutations()).toHaveLength(1)
  })

  it('gives an HTML page instead of JSON', async () => {
    const server = await start()
    server.faults.inject({ answer: 'html', status: 502 }, { applied: true })
    const response = await send(server)
    expect(response.status).toBe(502)
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toMatch(/^<!doctype html>/)
    expect(server.journal.mutations()).toHaveLength(1)
  })

  it('gives a failure with status 200', async () => {
    const server = await start()
    server.faults.inject({ answer: 'failure-with-200', error: 'Try later' })
    const response = await send(server)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ success: false, error: 'Try later' })
    expect(server.journal.mutations()).toEqual([])
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('gives half of a body (applied: %s)', async (applied, mutations) => {
    const server = await start()
    server.faults.inject({ answer: 'cut' }, { applied })
    const response = await send(server)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
    expect(server.journal.mutations()).toHaveLength(mutations)
    expect((await send(server)).status).toBe(200)
  })

  it('gives no response until the faults are cleared', async () => {
    const server = await start()
    server.faults.inject({ answer: 'hang' }, { applied: true })
    const answering = send(server)
    await server.journal.until((journal) => journal.mutations().length === 1)
    expect(server.journal.requests()).toMatchObject([{ status: null }])
    server.faults.clear()
    expect(await (await answering).json()).toMatchObject({ success: true, data: { content: 'Hi' } })
  })

  it('gives no success to a hanging request without effect', async () => {
    const server = await start()
    server.faults.inject({ answer: 'hang' })
    const answering = send(server)
    await untilMet(server)
    server.faults.clear()
    expect((await answering).status).toBe(503)
    expect(server.journal.mutations()).toEqual([])
  })

  it('survives a client that disconnects while the request hangs', async () => {
    const server = await start()
    server.faults.inject({ answer: 'hang' })
    const giveUp = new AbortController()
    const answering = fetch(`${server.url}/conversations`, {
      headers: { Authorization: `Bearer ${server.key}` },
      signal: giveUp.signal,
    })
    await untilMet(server)
    giveUp.abort()
    await expect(answering).rejects.toThrow('aborted')
    server.faults.clear()
    expect((await send(server)).status).toBe(200)
  })

  it('applies only to matching requests', async () => {
    const server = await start()
    server.faults.inject(
      { answer: 'status', status: 503 },
      { when: ({ method, path }) => method === 'POST' && path.endsWith('/messages') },
    )
    const read = await fetch(`${server.url}/conversations`, { headers: { Authorization: `Bearer ${server.key}` } })
    expect(read.status).toBe(200)
    expect((await send(server)).status).toBe(503)
  })

  it('delays every response by delayMs', async () => {
    const clock = createManualClock()
    const server = await start(clock)
    server.faults.delayMs = 60_000
    const answering = send(server)
    while (clock.pending() === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(server.journal.mutations()).toHaveLength(1)
    clock.pass(59_999)
    expect(clock.pending()).toBe(1)
    clock.pass(1)
    expect((await answering).status).toBe(200)
  })
})
