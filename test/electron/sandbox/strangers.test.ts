import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import { MAX_JOURNAL_BYTES } from '../../../electron/sandbox/request-journal.ts'

const MESSAGES = '/conversations/conv_abc123/messages'
const running: Sandbox[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()))
})

async function start(): Promise<Sandbox> {
  const sandbox = await startSandbox({ conversations: 30, answers: false, showJournal: true })
  running.push(sandbox)
  return sandbox
}

type Asked = { readonly status: number; readonly headers: object }

/** A request with any header: fetch would not send another Host. */
function ask({ port }: Sandbox, method: string, path: string, headers: object, body = ''): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, method, path, headers: { ...headers } }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

/** Sends the head of a request, and resolves with the status before anything of the body was sent. */
function askWithoutBody({ port }: Sandbox, head: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n`))
    socket.on('error', reject)
    socket.on('data', (answer) => {
      resolve(/^HTTP\/1\.1 (\d+)/.exec(answer.toString('latin1'))?.[1] ?? '')
      socket.destroy()
    })
  })
}

function expectUntouched({ journal }: Sandbox): void {
  expect(journal.requests()).toEqual([])
  expect(journal.mutations()).toEqual([])
}

describe('the sandbox, asked by a stranger', () => {
  it('has another long random key at each start', async () => {
    const [one, other] = [await start(), await start()]
    expect(one.key).toMatch(/^sk_test_demo_[\w-]{32}$/)
    expect(other.key).not.toBe(one.key)
    expect((await ask(one, 'GET', '/conversations', { Authorization: `Bearer ${other.key}` })).status).toBe(401)
  })

  it.each([
    {},
    { Authorization: 'Bearer sk_test_demo' },
    { Authorization: 'Bearer ' },
    { Authorization: 'Basic eDp5' },
  ])('refuses %j on every path', async (headers) => {
    const sandbox = await start()
    for (const path of ['/', '/conversations', MESSAGES, '/conversations/conv_abc123', '/__journal', '/nowhere']) {
      for (const method of ['GET', 'POST', 'PATCH', 'OPTIONS']) {
        expect((await ask(sandbox, method, path, headers)).status, `${method} ${path}`).toBe(401)
      }
    }
    expectUntouched(sandbox)
  })

  it('refuses it before its body arrives', async () => {
    const sandbox = await start()
    const head = [`POST ${MESSAGES} HTTP/1.1`, 'Host: 127.0.0.1', 'Content-Length: 900000']
    expect(await askWithoutBody(sandbox, head)).toBe('401')
    expect(await askWithoutBody(sandbox, [...head, 'Authorization: Bearer sk_test_wrong'])).toBe('401')
    expect(await askWithoutBody(sandbox, [...head, 'Host: a.example', `Authorization: Bearer ${sandbox.key}`])).toMatch(
      /4\d\d/,
    )
    expectUntouched(sandbox)
  })

  it('refuses a page in a browser, and allows no page to read or to ask more', async () => {
    const sandbox = await start()
    const page = { Origin: 'https://page.example', 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }
    const simple = { ...page, 'Content-Type': 'text/plain;charset=UTF-8' }
    const posted = await ask(sandbox, 'POST', MESSAGES, simple, '{"content":"Hi"}')
    const preflight = {
      ...page,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization',
    }
    const asked = await ask(sandbox, 'OPTIONS', MESSAGES, preflight)
    for (const { status, headers } of [posted, asked]) {
      expect(status).toBe(401)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
    expectUntouched(sandbox)
  })

  it.each([
    ...[
      'page.example',
      '127.0.0.1.page.example',
      'localhost.page.example',
      'page.example:4010',
      'localhost:4010.example',
    ],
    ...[
      '0.0.0.0',
      '127.0.0.2',
      '2130706433',
      '[::ffff:7f00:1]',
      '192.168.0.1',
      'localhost.',
      'localhost:',
      ' ',
      '127.0.0.1/',
    ],
    ...['user@127.0.0.1', '127.0.0.1:4010@page.example', 'xlocalhost'],
  ])('refuses the host %j even with the key', async (Host) => {
    const sandbox = await start()
    const { status } = await ask(sandbox, 'GET', '/conversations', { Host, Authorization: `Bearer ${sandbox.key}` })
    expect([400, 421]).toContain(status)
    expectUntouched(sandbox)
  })

  it('answers the app under every name of this machine', async () => {
    const sandbox = await start()
    for (const Host of [`127.0.0.1:${sandbox.port}`, 'localhost', 'localhost:4010']) {
      const { status } = await ask(sandbox, 'GET', '/conversations', { Host, Authorization: `Bearer ${sandbox.key}` })
      expect(status, Host).toBe(200)
    }
  })

  it('records nothing of a flood without the key, and a bounded part of one with it', async () => {
    const sandbox = await start()
    const body = 'x'.repeat(1_000_000)
    const send = async (key: string): Promise<number> => {
      const headers = { Authorization: `Bearer ${key}` }
      // A connection may be closed before all of a body was sent.
      return await fetch(`${sandbox.url}${MESSAGES}`, { method: 'POST', headers, body }).then(
        ({ status }) => status,
        () => 401,
      )
    }
    expect(new Set(await Promise.all(Array.from({ length: 40 }, () => send('sk_test_wrong'))))).toEqual(new Set([401]))
    expectUntouched(sandbox)
    for (let count = 0; count < 40; count++) expect(await send(sandbox.key)).toBe(400)
    expect(2 * JSON.stringify(sandbox.journal.requests()).length).toBeLessThan(MAX_JOURNAL_BYTES * 1.01)
    expect(sandbox.journal.requests().at(-1)).toMatchObject({ number: 40, status: 400 })
  })
})
