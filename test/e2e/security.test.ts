import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { makeKeyPrint } from '../../electron/accounts/key-print.ts'
import { startSandbox, type Sandbox } from '../../electron/sandbox/server.ts'
import type {} from '../../src/env.d.ts'
import { BRIDGE_METHODS } from '../../src/shared/bridge-methods.ts'
import { launchApp, type RunningApp } from '../support/app.ts'
import { answerConnects, readConnectQuestions } from '../support/connect-dialog.ts'
import { removeFolder } from '../support/remove-folder.ts'

/** Tests the promises of docs/security.md in the real app with code of a compromised page. */

const API_KEY = 'sk_live_canary_7f3a9c51e2'

let server: Sandbox
let userDataDir: string
let running: RunningApp
let page: Page
/** Requests and connections that reached another server. */
const arrived: string[] = []
const foreignServer = createServer((request, response) => {
  arrived.push(`${request.method} ${request.url}`)
  response.writeHead(200, { 'access-control-allow-origin': '*' }).end('ok')
})
let foreignUrl: string

beforeAll(async () => {
  foreignServer.listen(0, '127.0.0.1')
  await once(foreignServer, 'listening')
  foreignServer.on('connection', () => arrived.push('connection'))
  foreignUrl = `http://127.0.0.1:${(foreignServer.address() as AddressInfo).port}`
  server = await startSandbox({ conversations: 20, answers: false, key: API_KEY })
  userDataDir = mkdtempSync(join(tmpdir(), 'clarion-security-'))
  running = await launchApp({
    userDataDir,
    env: { CLARION_API_URL: server.url, CLARION_API_KEY: API_KEY },
    // Without a keychain, the key must then be on no disk.
    withoutKeychain: 'memory',
  })
  page = running.page
  await page.getByRole('option').first().waitFor()
})

afterAll(async () => {
  await running.close()
  await server.close()
  foreignServer.closeAllConnections()
  foreignServer.close()
  await removeFolder(userDataDir)
})

function readLog(): readonly string[] {
  const lines = readFileSync(join(userDataDir, 'logs', 'main.log'), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => (JSON.parse(line) as { event: string }).event)
}

describe('the page', () => {
  it('has no Node, no Electron and no way to require one', async () => {
    const found = await page.evaluate(() =>
      [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        'ipcRenderer',
        'electron',
        '__dirname',
        'setImmediate',
      ].filter((name) => name in globalThis),
    )
    expect(found).toEqual([])
  })

  it('runs in a sandboxed, isolated renderer', async () => {
    const preferences = await running.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        // Electron's types lack this method, and only it returns the effective preferences of a page.
        const { getLastWebPreferences } = contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        const effective = getLastWebPreferences.call(contents)
        return [
          effective['sandbox'],
          effective['contextIsolation'],
          effective['nodeIntegration'],
          effective['webviewTag'],
          effective['webSecurity'],
          effective['allowRunningInsecureContent'],
        ]
      }),
    )
    expect(preferences).toEqual([[true, true, false, false, true, false]])
  })

  it('has only the listed methods of the bridge', async () => {
    const names = await page.evaluate(() => Object.keys(window.bridge))
    const events = [
      'onCommand',
      'onLink',
      'onLock',
      'onSaveTyped',
      'onNotificationAnswer',
      'onOpenConversation',
      'onOwnWord',
      'onProxyQuestion',
      'onSpellingQuestion',
      'onWake',
      'provideSpelling',
    ]
    expect(names.toSorted()).toEqual([...Object.keys(BRIDGE_METHODS), ...events].toSorted())
  })

  it('cannot change the bridge by replacing built-in functions', async () => {
    const session = await page.evaluate(async () => {
      const [call, push] = [Function.prototype.call, Array.prototype.push]
      Function.prototype.call = () => 'replaced'
      Array.prototype.push = () => 0
      try {
        return await window.bridge.readSession({})
      } finally {
        Function.prototype.call = call
        Array.prototype.push = push
      }
    })
    expect(session).toMatchObject({ ok: true, value: { workspaces: [{ baseUrl: server.url }] } })
  })

  it('gets a failure as data when it sends invalid input', async () => {
    const answers = await page.evaluate(() =>
      Promise.all([
        window.bridge.listConversations({ workspaceId: 'w', limit: 1_000_000, offset: -1 }),
        window.bridge.readConversation({ workspaceId: 'unknown', conversationId: '../../' }),
        window.bridge.openLink({ url: 'file:///etc/passwd' }),
        window.bridge.connectWorkspace({ apiKey: 'x', baseUrl: 'http://example.com' }),
      ]),
    )
    expect(answers.map((answer) => !answer.ok && answer.failure.kind)).toEqual([
      'refused',
      'unauthorized',
      'refused',
      'refused',
    ])
  })
})

describe('the key', () => {
  it('is in no response, storage, element or object of the page', async () => {
    const session = await page.evaluate(() => window.bridge.readSession({}))
    expect(JSON.stringify(session)).not.toContain(API_KEY)
    const cdp = await page.context().newCDPSession(page)
    const chunks: string[] = []
    cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
    await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    const heap = chunks.join('')
    expect(heap, 'the snapshot is of this page').toContain('readSession')
    expect(heap.includes(API_KEY)).toBe(false)
    await cdp.detach()
  })
})

/** Each function tries a different way to reach the given address. */
const WAYS_OUT: Readonly<Record<string, (url: string) => unknown>> = {
  fetch: (url) => fetch(url).catch(String),
  'fetch without CORS': (url) => fetch(url, { mode: 'no-cors', method: 'POST', body: 'x' }).catch(String),
  XMLHttpRequest: (url) => {
    const request = new XMLHttpRequest()
    request.open('GET', url)
    request.send()
  },
  beacon: (url) => navigator.sendBeacon(url, 'x'),
  WebSocket: (url) => new WebSocket(url.replace('http', 'ws')),
  EventSource: (url) => new EventSource(url),
  image: (url) => Object.assign(new Image(), { src: `${url}/image.png` }),
  'style sheet': (url) =>
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}/a.css` })),
  prefetch: (url) =>
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: `${url}/a` })),
  frame: (url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url })),
  object: (url) => document.body.append(Object.assign(document.createElement('object'), { data: url })),
  video: (url) => document.body.append(Object.assign(document.createElement('video'), { src: `${url}/a.mp4` })),
  font: (url) => new FontFace('x', `url(${url}/a.woff2)`).load().catch(String),
  form: (url) => {
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post' })
    document.body.append(form)
    form.submit()
  },
  'assigned location': (url) => location.assign(url),
  'replaced location': (url) => location.replace(url),
  'a click on a link': (url) => {
    const link = Object.assign(document.createElement('a'), { href: url })
    document.body.append(link)
    link.click()
  },
  'a link to a new window': (url) => {
    const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' })
    document.body.append(link)
    link.click()
  },
  'a download': (url) => {
    const link = Object.assign(document.createElement('a'), { href: url, download: 'x' })
    document.body.append(link)
    link.click()
  },
  'a new window': (url) => window.open(url),
  'a new window by script': (url) => window.open(`javascript:location.href="${url}"`),
  'a blank window': () => window.open('about:blank'),
  'a window of our own': () => window.open('app://clarion/'),
  'a refresh': (url) =>
    document.head.append(
      Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${url}` }),
    ),
  'a base': (url) => {
    document.head.append(Object.assign(document.createElement('base'), { href: url }))
    return fetch('/x').catch(String)
  },
}

/**
 * Runs like a script of the page: from a timer, because the content security policy does not apply to code that the debugger evaluates.
 * A script that throws counts as blocked.
 */
async function runInPage(work: (argument: string) => unknown, argument: string): Promise<void> {
  const call = `(${work.toString()})(${JSON.stringify(argument)})`
  await page.evaluate(
    `new Promise((resolve) => setTimeout(async () => { try { await ${call} } catch {} finally { resolve() } }))`,
  )
}

/** The main process's count, which includes a new window immediately. */
function countPages(): Promise<number> {
  return running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
}

/** Waits for a response of the main process and for a frame, so that pending work of the page is done. */
async function settle(): Promise<void> {
  await page.evaluate(() => window.bridge.readSession({}))
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
}

describe.each([
  ['with its content security policy', false],
  ['without its content security policy, which tests the other barriers alone', true],
])('page %s', (_name, isBypassed) => {
  beforeAll(async () => {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Page.setBypassCSP', { enabled: isBypassed })
    await cdp.send('Page.reload')
    await page.getByRole('option').first().waitFor()
  })

  it.each(Object.entries(WAYS_OUT))('does not reach another server by %s', async (_way, leave) => {
    arrived.length = 0
    await runInPage(leave, foreignUrl)
    await settle()
    expect(page.url()).toBe('app://clarion/')
    expect(await countPages()).toBe(1)
    expect(arrived).toEqual([])
  })

  it('is blocked although the other server responds to the test itself', async () => {
    arrived.length = 0
    await fetch(foreignUrl)
    expect(arrived).toContain('GET /')
  })
})

describe('app protocol', () => {
  it.each([
    '../main/main.cjs',
    '..%2fmain%2fmain.cjs',
    '%2e%2e/preload/preload.cjs',
    '..%5cmain%5cmain.cjs',
    'package.json',
    '//etc/passwd',
  ])('does not serve %s, which is outside the window’s files', async (path) => {
    // The content security policy is still off, so that the page can read the response.
    expect(await page.evaluate((url) => fetch(url).then((answer) => answer.status), `app://clarion/${path}`)).toBe(404)
  })

  it('serves the window’s files', async () => {
    expect(await page.evaluate(() => fetch('app://clarion/index.html').then((answer) => answer.status))).toBe(200)
  })
})

describe('permissions', () => {
  it('are denied, also for notifications of the page itself', async () => {
    const names = [
      'geolocation',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'notifications',
      'screen-wake-lock',
      'idle-detection',
    ]
    const states = await page.evaluate(
      (wanted) =>
        Promise.all(
          wanted.map(async (name) => [
            name,
            (await navigator.permissions.query({ name: name as PermissionName })).state,
          ]),
        ),
      names,
    )
    expect(Object.fromEntries(states)).toEqual(Object.fromEntries(names.map((name) => [name, 'denied'])))
    expect(await page.evaluate(() => Notification.permission)).toBe('denied')
  })

  it.each<[string, () => Promise<unknown>]>([
    ['camera', () => navigator.mediaDevices.getUserMedia({ video: true })],
    ['screen', () => navigator.mediaDevices.getDisplayMedia({ video: true })],
    ['position', () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))],
    ['clipboard', () => navigator.clipboard.readText()],
    [
      'notification area',
      () =>
        new Promise((resolve, reject) =>
          Object.assign(new Notification('x', { body: '<b>x</b>' }), { onshow: resolve, onerror: reject }),
        ),
    ],
    ['MIDI', () => navigator.requestMIDIAccess({ sysex: true })],
  ])('are denied when the page requests the %s', async (_what, ask) => {
    expect(await page.evaluate(`(${ask.toString()})().then(() => 'granted', () => 'denied')`)).toBe('denied')
  })
})

describe('scripts', () => {
  beforeAll(async () => {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Page.setBypassCSP', { enabled: false })
    await cdp.send('Page.reload')
    await page.getByRole('option').first().waitFor()
  })

  it.each<[string, () => unknown]>([
    [
      'an inline script',
      () => document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = true' })),
    ],
    [
      'HTML from a string',
      () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = true">'),
    ],
    ['an attribute', () => document.body.setAttribute('onclick', 'window.ran = true') ?? document.body.click()],
    ['eval', () => (0, eval)('window.ran = true')],
    ['a function from a string', () => new Function('window.ran = true')()],
    ['a timer with a string', () => setTimeout('window.ran = true')],
    [
      'a script from a blob',
      () =>
        document.body.append(
          Object.assign(document.createElement('script'), {
            src: URL.createObjectURL(new Blob(['window.ran = true'])),
          }),
        ),
    ],
    [
      'a script: address',
      () =>
        document.body.append(Object.assign(document.createElement('iframe'), { src: 'javascript:parent.ran = true' })),
    ],
  ])('%s does not run', async (_what, inject) => {
    await page.evaluate('delete window.ran')
    await runInPage(inject, '')
    await settle()
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  })

  it('of the app cause no content security policy violation during a start', async () => {
    const reports: string[] = []
    const recordReport = (message: { text(): string }): void => {
      if (/Refused to|Content Security Policy|Trusted/.test(message.text())) reports.push(message.text())
    }
    page.on('console', recordReport)
    await page.reload()
    await page.getByRole('option').first().click()
    await page.getByRole('textbox', { name: 'Reply' }).waitFor()
    // Dialogs add a style that locks scrolling, which needs the nonce.
    await page
      .getByRole('button', { name: /New conversation/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    page.off('console', recordReport)
    expect(reports).toEqual([])
  })
})

/** Listens on ports of this computer until the test ends. A connection is noted and closed. */
async function listenOnPorts(count: number): Promise<{ readonly ports: readonly number[]; readonly heard: number[] }> {
  const heard: number[] = []
  const listen = async (): Promise<number> => {
    const listener = createTcpServer((socket) => {
      heard.push((listener.address() as AddressInfo).port)
      socket.destroy()
    })
    await once(listener.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void listener.close())
    return (listener.address() as AddressInfo).port
  }
  return { ports: await Promise.all(Array.from({ length: count }, listen)), heard }
}

it('page cannot make main connect to a server that the user did not confirm', async () => {
  const { ports, heard } = await listenOnPorts(10)
  const forms = ['http://127.0.0.1:', 'http://localhost:', 'http://127.1:', 'https://127.0.0.1:', 'https://localhost:']
  const addresses = ports.flatMap((port) => forms.flatMap((form) => [`${form}${port}`, `${form}${port}/v1`]))
  expect(addresses).toHaveLength(100)
  const shown = async (): Promise<readonly string[]> =>
    (await readConnectQuestions(running.app)).map(({ message }) => message)

  // All at once: one question, and nothing before its answer.
  await answerConnects(running.app, 'wait')
  await page.evaluate((urls) => {
    const apiKey = 'chosen_by_the_page'
    const calls = urls.map((baseUrl) => window.bridge.connectWorkspace({ apiKey, baseUrl }))
    Object.assign(window, { connects: Promise.all(calls), others: Promise.all(calls.slice(1)) })
  }, addresses)
  const others = (await page.evaluate('window.others')) as readonly Awaited<
    ReturnType<Window['bridge']['connectWorkspace']>
  >[]
  expect(others.filter((result) => !result.ok && result.failure.kind === 'refused')).toHaveLength(99)
  expect([await shown(), heard]).toEqual([[`Connect to http://127.0.0.1:${ports[0]}?`], []])
  await answerConnects(running.app, 'Cancel')
  expect(await page.evaluate('window.connects')).toContainEqual({
    ok: false,
    failure: { kind: 'refused', words: 'Not connected.', isDeclined: true },
  })

  // A database that the page describes, with a key that fits.
  const evil = { baseUrl: `http://127.0.0.1:${ports[1]}`, apiKey: 'chosen_by_the_page' }
  const adopted = { id: '01234567-89ab-4def-8123-456789abcdef', name: 'Inbox', baseUrl: evil.baseUrl, isTest: false }
  const record = { ...adopted, keyPrint: await makeKeyPrint(evil) }
  const workspaceId = adopted.id
  const connected = await page.evaluate(
    async ([found, account]) => {
      await window.bridge.adoptDatabases({ found: [found], missing: [] })
      const result = await window.bridge.connectWorkspace(account)
      await window.bridge.listConversations({ workspaceId: found.record.id, limit: 1, offset: 0 })
      return result
    },
    [{ databaseName: `clarion-${workspaceId}`, record }, evil] as const,
  )
  expect(connected).toMatchObject({ ok: false, failure: { kind: 'refused', words: 'Not connected.' } })
  await page.evaluate(async (id) => {
    await window.bridge.forgetWorkspace({ workspaceId: id })
    await window.bridge.endForgetting({ databaseNames: [`clarion-${id}`] })
  }, workspaceId)

  // One after the other: the third question is the last one.
  await page.evaluate(async (urls) => {
    for (const baseUrl of urls) await window.bridge.connectWorkspace({ apiKey: 'chosen_by_the_page', baseUrl })
  }, addresses)
  expect(await shown()).toHaveLength(3)
  expect(heard).toEqual([])
  // The listeners do hear a connection.
  connect(ports[0] ?? 0, '127.0.0.1')
  await expect.poll(() => heard).toEqual([ports[0]])
})

it('log lists the refused actions, and no file of the profile contains the key', async () => {
  expect(readLog()).toEqual(
    expect.arrayContaining([
      'start',
      'window-loaded',
      'window-refused',
      'navigation-refused',
      'request-refused',
      'input-refused',
      'connect-refused',
    ]),
  )
  const encodings = [
    Buffer.from(API_KEY),
    Buffer.from(API_KEY, 'utf16le'),
    Buffer.from(Buffer.from(API_KEY).toString('hex')),
    Buffer.from(Buffer.from(API_KEY).toString('base64').replace(/=+$/, '')),
  ]
  const files = readdirSync(userDataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const filesWithKey = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => encodings.some((encoding) => readFileSync(file).includes(encoding)))
  expect(files.length).toBeGreaterThan(10)
  expect(filesWithKey).toEqual([])
})
