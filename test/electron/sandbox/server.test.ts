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

describe('the sandbox, served', () => {
  it('answers over HTTP on this machine alone', async () => {
    const sandbox = await start()
    expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`)
    const response = await ask(sandbox, '/conversations?limit=2')
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await response.json()).toMatchObject({ success: true, data: [{}, {}] })
  })

  it('has 500 conversations unless another number is asked for', async () => {
    expect((await start({ conversations: undefined })).account.size).toBe(500)
    expect((await start({ conversations: 0 })).account.size).toBe(0)
    expect((await start({ conversations: 3 })).account.size).toBe(3)
  })

  it('chooses another port when the wanted one is taken', async () => {
    const first = await start()
    const second = await start({ port: first.port })
    expect(second.port).not.toBe(first.port)
    expect((await ask(second, '/conversations/conv_abc123')).status).toBe(200)
  })

  it('takes the wanted port when it is free, and frees it at the end', async () => {
    const { port } = await start()
    await running.splice(0)[0]?.close()
    expect((await start({ port })).port).toBe(port)
  })

  it('does not swallow an error that is not about a taken port', async () => {
    await expect(startSandbox({ conversations: 0, port: 70_000 })).rejects.toThrow(RangeError)
  })

  it('leaves the Request and Response of the process alone', async () => {
    const [request, response] = [globalThis.Request, globalThis.Response]
    await start()
    expect([globalThis.Request, globalThis.Response]).toEqual([request, response])
  })

  it('a body over 1 MB gets its 413, and the next request on the line its answer', async () => {
    const sandbox = await start()
    const response = await ask(sandbox, '/conversations/conv_abc123/messages', { content: 'x'.repeat(3 * 1024 * 1024) })
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({ success: false, error: 'Request body is larger than 1 MB' })
    expect((await ask(sandbox, '/conversations/conv_abc123')).status).toBe(200)
  })

  it('a body that does not say how long it is gets the same', async () => {
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

  it('a client that hangs up in the middle of its body changes nothing and breaks nothing', async () => {
    const sandbox = await start()
    const socket = connect(sandbox.port, '127.0.0.1')
    const head = `POST /conversations/conv_abc123/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${sandbox.key}\r\nContent-Length: 100`
    socket.write(`${head}\r\n\r\n{"content": "Hi`)
    await sandbox.journal.until((journal) => journal.requests().length === 1)
    socket.destroy()
    await sandbox.journal.until((journal) => journal.requests()[0]?.status === 400)
    expect(sandbox.journal.mutations()).toEqual([])
    expect((await ask(sandbox, '/conversations/conv_abc123')).status).toBe(200)
  })

  it('carries 100 KB and every script there and back unchanged', async () => {
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

  it('stops at once, also while a request hangs', async () => {
    const sandbox = await start()
    sandbox.faults.inject({ answer: 'hang' })
    const hanging = expect(ask(sandbox, '/conversations')).rejects.toThrow()
    while (sandbox.faults.left > 0) await new Promise((resolve) => setImmediate(resolve))
    await running.splice(0)[0]?.close()
    await hanging
  })

  it('runs no timer when customers do not answer, and none after it was closed', async () => {
    const clock = createManualClock()
    await start({ clock })
    expect(clock.pending()).toBe(0)
    await start({ clock, answers: true })
    expect(clock.pending()).toBe(1)
    await running.pop()?.close()
    expect(clock.pending()).toBe(0)
  })
})
