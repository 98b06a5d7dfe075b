import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../electron/sandbox/server.ts'
import { createManualClock } from './manual-clock.ts'

const running: { close(): Promise<void> }[] = []

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ conversations: 30, answers: false, ...options })
  running.push(sandbox)
  return sandbox
}

function ask({ url, key }: Sandbox, path: string, body?: unknown): Promise<Response> {
  return fetch(`${url}${path}`, {
    headers: { Authorization: `Bearer ${key}` },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()))
})

describe('startSandbox', () => {
  it('answers HTTP on this machine only', async () => {
    const sandbox = await start()
    expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`)
    const response = await ask(sandbox, '/conversations?limit=2')
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await response.json()).toMatchObject({ success: true, data: [{}, {}] })
  })

  it('has 500 conversations by default', async () => {
    expect((await start({ conversations: undefined })).account.size).toBe(500)
    expect((await start({ conversations: 0 })).account.size).toBe(0)
    expect((await start({ conversations: 3 })).account.size).toBe(3)
  })

  it('chooses another port when the requested one is in use', async () => {
    const first = await start()
    const second = await start({ port: first.port })
    expect(second.port).not.toBe(first.port)
    expect((await ask(second, '/conversations/conv_abc123')).status).toBe(200)
  })

  it('uses the requested port when it is free and frees it on close', async () => {
    const { port } = await start()
    await running.splice(0)[0]?.close()
    expect((await start({ port })).port).toBe(port)
  })

  it('throws an error that is not about a port in use', async () => {
    await expect(startSandbox({ conversations: 0, port: 70_000 })).rejects.toThrow(RangeError)
  })

  it('does not replace the global Request and Response', async () => {
    const [request, response] = [globalThis.Request, globalThis.Response]
    await start()
    expect([globalThis.Request, globalThis.Response]).toEqual([request, response])
  })

  it('answers a body over 1 MB with 413 and then the next request on the connection', async () => {
    const sandbox = await start()
    const response = await ask(sandbox, '/conversations/conv_abc123/messages', { content: 'x'.repeat(3 * 1024 * 1024) })
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({ success: false, error: 'Request body is larger than 1 MB' })
    expect((await ask(sandbox, '/conversations/conv_abc123')).status).toBe(200)
  })

  it('answers a body without Content-Length in the same way', async () => {
    const sandbox = await start()
    let pieces = 48
    const body = new ReadableStream<Uint8Array>({
      pull: (stream) => (pieces-- > 0 ? stream.enqueue(new Uint8Array(64 * 1024).fill(120)) : stream.close()),
    })
    const response = await fetch(`${sandbox.url}/conversations/conv_abc123/messages`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${sandbox.key}` },
      body,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
    expect((await ask(sandbox, '/conversations/conv_abc123')).status).toBe(200)
  })

  it('changes nothing when a client disconnects in the middle of its body', async () => {
    const sandbox = await start()
    const socket = connect(sandbox.port, '127.0.0.1')
    const head = `POST /conversations/conv_abc123/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${sandbox.key}\r\nContent-Length: 100`
    socket.write(`${head}\r\n\r\n{"content": "Hi`)
    await sandbox.journal.until((journal) => journal.requests().length === 1)
    socket.destroy()
    await sandbox.journal.until((journal) => journal.requests()[0]?.status === 400)
    expect(sandbox.journal.mutations()).toEqual([])
    expect((await ask(sandbox, '/conversations/conv_abc123')).status).toBe(200)
  })

  it('returns 100 KB in every script unchanged', async () => {
    const sandbox = await start()
    const content = `${'שלום مرحبا 你好 नमस्ते 🧑‍🦽‍➡️ \u0000 \u2028 "'.repeat(2_000)}`
    expect(content.length).toBeGreaterThan(50_000)
    const sent = (await (await ask(sandbox, '/conversations/conv_abc123/messages', { content })).json()) as {
      data: { content: string }
    }
    expect(sent.data.content).toBe(content)
    const read = (await (await ask(sandbox, '/conversations/conv_abc123')).json()) as {
      data: { messages: { content: string }[] }
    }
    expect(read.data.messages.at(-1)?.content).toBe(content)
  })

  it('stops immediately while a request hangs', async () => {
    const sandbox = await start()
    sandbox.faults.inject({ answer: 'hang' })
    const hanging = expect(ask(sandbox, '/conversations')).rejects.toThrow()
    while (sandbox.faults.left > 0) await new Promise((resolve) => setImmediate(resolve))
    await running.splice(0)[0]?.close()
    await hanging
  })

  it('runs no timer without customers and none after close', async () => {
    const clock = createManualClock()
    await start({ clock })
    expect(clock.pending()).toBe(0)
    await start({ clock, answers: true })
    expect(clock.pending()).toBe(1)
    await running.pop()?.close()
    expect(clock.pending()).toBe(0)
  })
})
