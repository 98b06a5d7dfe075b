import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeAppearance } from '../../electron/shell/appearance.ts'
import { API_BUDGETS, makeRateLimit } from '../../electron/api/rate-limit.ts'
import { makeRequestLog } from '../../electron/api/request-log.ts'
import { makeBridge } from '../../electron/bridge.ts'
import { makeDemo, type RunningServer } from '../../electron/accounts/demo.ts'
import { makeExportFiles, markOf } from '../../electron/exports/export-file.ts'
import { makeExporter } from '../../electron/exports/exporter.ts'
import { makeOpBackups } from '../../electron/op-backup/backups.ts'
import { makeUnsentTotals } from '../../electron/op-backup/unsent-totals.ts'
import { makeRequestReading } from '../../electron/exports/request-export.ts'
import { WorkspaceStore } from '../../electron/accounts/workspaces.ts'
import { BRIDGE_METHODS } from '../../src/shared/bridge.ts'
import { success } from '../../src/shared/failure.ts'
import { FakeApi } from './fake-api.ts'
import { makeKeyring, makeVault } from './fake-keyring.ts'
import { makeMemoryFile } from './memory-file.ts'

const NOW = 1_700_000_000_000
const LOCALE = { dates: 'de-DE', numbers: 'en-US', clock: null }
const ONE = { baseUrl: 'https://api.example.com', apiKey: 'sk_live_one' }
const TWO = { baseUrl: 'https://api.example.com', apiKey: 'sk_live_two' }

function begin(start?: () => Promise<RunningServer>) {
  const api = new FakeApi({ [ONE.apiKey]: ['c1'], [TWO.apiKey]: ['c2'] })
  const vault = makeVault(makeKeyring())
  const workspaces = new WorkspaceStore(makeMemoryFile(), vault)
  const folder = mkdtempSync(join(tmpdir(), 'clarion-journals-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const logged: string[] = []
  const backups = makeOpBackups({
    folder: join(folder, 'journals'),
    vault,
    workspaces,
    now: () => NOW,
    log: (event) => logged.push(event),
  })
  const servers: { isRunning: boolean }[] = []
  const startServer = async (): Promise<RunningServer> => {
    const server = { isRunning: true }
    servers.push(server)
    return {
      url: `http://127.0.0.1:${servers.length}`,
      key: 'sk_test_demo',
      async close() {
        server.isRunning = false
      },
    }
  }
  const opened: string[] = []
  const shown: unknown[] = []
  const answers = { isConfirmed: true }
  const links = {
    confirm: async () => answers.isConfirmed,
    open: async (href: string) => {
      opened.push(href)
    },
  }
  const about = { appVersion: '1.2.3', platform: 'linux' }
  const makeLimit = () =>
    makeRateLimit({
      budgets: API_BUDGETS,
      now: () => performance.now(),
      after: (delayMs, run) => void setTimeout(run, delayMs),
    })
  const unsent = makeUnsentTotals(workspaces)
  const surface = { showTheme: () => {}, zoomLevel: () => 0, zoomTo: () => {} }
  const appearance = makeAppearance(makeMemoryFile(), surface)
  const requests = makeRequestLog()
  const exporter = makeExporter(
    { choose: () => Promise.resolve(null), begin: makeExportFiles(markOf('a test'), () => {}) },
    () => {},
  )
  const copy = () => Promise.resolve()
  const bridge = makeBridge({
    workspaces,
    api,
    apiOf: () => api,
    requests,
    requestReading: makeRequestReading({ requests, workspaces, exporter, copy, about, now: () => NOW }),
    notifications: {
      showNotification: async () => success(true),
      withdrawNotification: async () => success(null),
    },
    badge: { showBadge: async () => success(null) },
    log: () => {},
    demo: makeDemo(start ?? startServer, workspaces),
    links,
    exporter,
    backups,
    unsent,
    appearance,
    showMenu: (sections) => void shown.push(sections),
    makeLimit,
    about,
    locale: LOCALE,
  })
  return { folder, logged, api, workspaces, servers, opened, shown, answers, requests, bridge, unsent }
}

it('has exactly the methods of the bridge', () => {
  expect(Object.keys(begin().bridge).sort()).toEqual(Object.keys(BRIDGE_METHODS).sort())
})

it('tells the window what there is, and no key', async () => {
  const { bridge, workspaces } = begin()
  const one = workspaces.add(ONE)
  const session = await bridge.readSession({})
  expect(session).toEqual({
    ok: true,
    value: {
      workspaces: [one],
      currentId: one.id,
      listHealth: 'whole',
      appVersion: '1.2.3',
      platform: 'linux',
      locale: LOCALE,
    },
  })
  expect(JSON.stringify(session)).not.toContain(ONE.apiKey)
})

describe('each call', () => {
  const calls = [
    ['listConversations', { limit: 1, offset: 0 }],
    ['readConversation', { conversationId: 'c1' }],
    ['createConversation', { opId: 'op', channel: 'sms', customerPhone: '+1' }],
    ['sendMessage', { opId: 'op', conversationId: 'c1', content: 'Hi' }],
    ['updateConversation', { opId: 'op', conversationId: 'c1', status: 'open' }],
    ['closeConversation', { opId: 'op', conversationId: 'c1' }],
  ] as const

  it.each(calls)('%s goes out under the account of its own workspace', async (method, input) => {
    const { bridge, workspaces, api } = begin()
    const [one] = [workspaces.add(ONE), workspaces.add(TWO)]
    const call = bridge[method] as (input: object) => Promise<unknown>
    expect(await call({ ...input, workspaceId: one.id })).toMatchObject({ ok: true })
    expect(api.calls).toEqual([{ method, account: ONE, input }])
  })

  it.each(calls)('%s sends nothing without a key, and says so', async (method, input) => {
    const { bridge, workspaces, api } = begin()
    const { id } = workspaces.add(ONE)
    workspaces.forget(id)
    const call = bridge[method] as (input: object) => Promise<unknown>
    expect(await call({ ...input, workspaceId: id })).toMatchObject({
      ok: false,
      failure: { kind: 'unauthorized', status: 0 },
    })
    expect(api.calls).toEqual([])
  })
})

it('forgets the request log of a workspace with the workspace', async () => {
  const { bridge, workspaces, requests } = begin()
  const workspaceId = workspaces.add(ONE).id
  requests.note(workspaceId, {
    ...{ at: NOW, method: 'GET', intent: 'readConversation', offset: null, ms: 1 },
    ...{ status: 200, failure: null, code: null },
  })
  expect(await bridge.listRequests({ workspaceId })).toMatchObject({ ok: true, value: [{ number: 1 }] })
  await bridge.forgetWorkspace({ workspaceId })
  expect(await bridge.listRequests({ workspaceId })).toEqual({ ok: true, value: [] })
})

it('sends one request for an op that is asked for twice at once, and says that nobody knows', async () => {
  const { bridge, workspaces, api } = begin()
  const input = { workspaceId: workspaces.add(ONE).id, opId: 'op-1', conversationId: 'c1', content: 'Hi' }
  const [first, second] = await Promise.all([bridge.sendMessage(input), bridge.sendMessage(input)])
  expect(first).toMatchObject({ ok: true })
  expect(second).toEqual({ ok: false, failure: { kind: 'interrupted', code: 'UNDER_WAY' } })
  expect(api.calls).toHaveLength(1)
  expect(await bridge.sendMessage(input)).toMatchObject({ ok: true })
})

describe('the demo', () => {
  it('starts once, becomes the open workspace, and has a database of its own each time', async () => {
    const { bridge, servers, workspaces } = begin()
    const [first, again] = await Promise.all([bridge.openDemo({}), bridge.openDemo({})])
    expect(first).toEqual(again)
    expect(first).toMatchObject({ ok: true, value: { kind: 'demo', name: 'Demo', baseUrl: 'http://127.0.0.1:1' } })
    expect(servers).toHaveLength(1)
    if (!first.ok) return
    expect(first.value.databaseName).toMatch(/^clarion-demo-[0-9a-f]{8}$/)
    expect(workspaces.currentId).toBe(first.value.id)
    await bridge.forgetWorkspace({ workspaceId: first.value.id })
    expect([workspaces.list(), servers]).toEqual([[], [{ isRunning: false }]])
    const later = await bridge.openDemo({})
    expect(later.ok && later.value.databaseName).not.toBe(first.value.databaseName)
    expect(servers).toEqual([{ isRunning: false }, { isRunning: true }])
  })

  it('can be tried again after it could not start', async () => {
    let tries = 0
    const { bridge } = begin(async () => {
      tries += 1
      if (tries === 1) throw new Error('no port')
      return { url: 'http://127.0.0.1:9', key: 'sk_test_demo', close: async () => {} }
    })
    await expect(bridge.openDemo({})).rejects.toThrow('no port')
    expect(await bridge.openDemo({})).toMatchObject({ ok: true })
  })

  it('stays when another workspace is forgotten', async () => {
    const { bridge, servers, workspaces } = begin()
    const one = workspaces.add(ONE)
    await bridge.openDemo({})
    await bridge.forgetWorkspace({ workspaceId: one.id })
    expect(servers).toEqual([{ isRunning: true }])
    expect(workspaces.list()).toHaveLength(1)
  })
})

it('opens a known workspace and refuses one that is not there', async () => {
  const { bridge, workspaces } = begin()
  const [one] = [workspaces.add(ONE), workspaces.add(TWO)]
  expect(await bridge.chooseWorkspace({ workspaceId: one.id })).toEqual({ ok: true, value: one })
  expect(await bridge.chooseWorkspace({ workspaceId: 'nobody' })).toMatchObject({
    ok: false,
    failure: { kind: 'refused' },
  })
  expect(workspaces.currentId).toBe(one.id)
})

it('the menu that the window wants is the one that is shown', async () => {
  const { bridge, shown } = begin()
  const sections = [{ name: 'file' as const, entries: [{ id: 'new', title: 'New', accelerator: null }] }]
  expect(await bridge.showMenu({ sections })).toEqual({ ok: true, value: null })
  expect(shown).toEqual([sections])
})

describe('a link', () => {
  it('is opened when the person agrees', async () => {
    const { bridge, opened, answers } = begin()
    await bridge.openLink({ url: 'https://example.com/a' })
    answers.isConfirmed = false
    expect(await bridge.openLink({ url: 'https://example.com/b' })).toEqual({ ok: true, value: null })
    expect(opened).toEqual(['https://example.com/a'])
  })

  it('without encryption opens when the user agrees', async () => {
    const { bridge, opened } = begin()
    await bridge.openLink({ url: 'http://example.com/a' })
    expect(opened).toEqual(['http://example.com/a'])
  })

  it('of a dangerous kind is not even asked about', async () => {
    const { bridge, opened } = begin()
    expect(await bridge.openLink({ url: 'file:///etc/passwd' })).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
    expect(opened).toEqual([])
  })
})

describe('what is kept of unsent ops', () => {
  const op = { opId: 'op-1', payload: '{"op":"one"}' }

  async function openedAgain({ bridge }: ReturnType<typeof begin>, workspaceId: string, installId: string | null) {
    const told = await bridge.openedDatabase({ workspaceId, installId })
    expect(told.ok).toBe(true)
    return told.ok ? told.value : null
  }

  it('belongs to its workspace alone, knows of each request, and goes with the workspace', async () => {
    const parts = begin()
    const { bridge, workspaces, folder } = parts
    const [one, two] = [workspaces.add(ONE), workspaces.add(TWO)]
    const { installId } = (await openedAgain(parts, one.id, null)) ?? { installId: '' }
    await openedAgain(parts, one.id, installId)
    await bridge.rememberOps({ workspaceId: one.id, ops: [op] })
    await bridge.sendMessage({ workspaceId: one.id, opId: 'op-1', conversationId: 'c1', content: 'Hi' })
    expect(await openedAgain(parts, one.id, null)).toMatchObject({
      isLost: true,
      lostOps: [{ ...op, requestedAt: [NOW] }],
    })
    expect(await openedAgain(parts, two.id, null)).toMatchObject({ isLost: false, lostOps: [] })
    await bridge.forgetWorkspace({ workspaceId: one.id })
    expect(readdirSync(join(folder, 'journals'))).toEqual([`${two.id}.jsonl`])
  })

  it('is missed when the database that it was kept beside is new, and the workspace was opened before', async () => {
    const parts = begin()
    const { bridge, workspaces } = parts
    const { id } = workspaces.add(ONE)
    expect(await openedAgain(parts, id, null)).toMatchObject({ isLost: false })
    await bridge.describeWorkspace({ workspaceId: id })
    expect(await openedAgain(parts, id, null)).toMatchObject({ isLost: true, isCopyLost: true, lostOps: [] })
    expect(await openedAgain(parts, id, 'install-1')).toMatchObject({ isLost: false })
  })

  it.each([
    [{ kind: 'unreachable', code: 'ENOTFOUND' }, []],
    [{ kind: 'throttled', retryAfterMs: null }, []],
    [{ kind: 'unauthorized', status: 401, words: 'No' }, []],
    [{ kind: 'rejected', status: 400, words: 'No' }, []],
    [{ kind: 'interrupted', code: 'ECONNRESET' }, [NOW]],
    [{ kind: 'server', status: 500, words: null }, [NOW]],
    [{ kind: 'unreadable', status: 200, why: 'HTML' }, [NOW]],
  ] as const)(
    'tells a request that may have had an effect from one that had none: %j',
    async (failure, requestedAt) => {
      const parts = begin()
      const { bridge, workspaces, api } = parts
      const workspaceId = workspaces.add(ONE).id
      await bridge.rememberOps({ workspaceId, ops: [op] })
      api.outage = failure
      await bridge.sendMessage({ workspaceId, opId: 'op-1', conversationId: 'c1', content: 'Hi' })
      expect(await openedAgain(parts, workspaceId, null)).toMatchObject({ lostOps: [{ ...op, requestedAt }] })
    },
  )

  it('is nothing for the demo and for a workspace that is not there', async () => {
    const parts = begin()
    const demo = await parts.bridge.openDemo({})
    for (const workspaceId of [demo.ok ? demo.value.id : '', '../outside']) {
      expect(await parts.bridge.rememberOps({ workspaceId, ops: [op] })).toEqual({ ok: true, value: null })
      expect(await parts.bridge.forgetOps({ workspaceId, opIds: ['op-1'] })).toEqual({ ok: true, value: null })
      expect(await openedAgain(parts, workspaceId, 'mine')).toEqual({
        ...{ installId: 'mine', isLost: false, lostOps: [], unreadableOps: 0, rememberedIds: [] },
      })
    }
    expect(readdirSync(parts.folder)).toEqual([])
  })

  it('stops no message when it cannot be written', async () => {
    const { bridge, workspaces, folder, logged, api } = begin()
    const { id } = workspaces.add(ONE)
    await bridge.openedDatabase({ workspaceId: id, installId: 'install-1' })
    // A folder where its file was.
    rmSync(join(folder, 'journals', `${id}.jsonl`))
    mkdirSync(join(folder, 'journals', `${id}.jsonl`))
    expect(
      await bridge.sendMessage({ workspaceId: id, opId: 'op', conversationId: 'c1', content: 'Hi' }),
    ).toMatchObject({ ok: true })
    expect([api.calls.length, logged]).toEqual([1, ['journal-failed']])
    await expect(bridge.rememberOps({ workspaceId: id, ops: [op] })).rejects.toThrow()
  })
})

describe('what is unsent', () => {
  const counts = {
    waiting: { messages: 2, conversations: 0, changes: 1 },
    asking: { messages: 0, conversations: 1, changes: 0 },
  }

  it('is the sum of what the workspaces told last, without the demo and those that were forgotten', async () => {
    const { bridge, workspaces, unsent } = begin()
    const one = workspaces.add(ONE).id
    const two = workspaces.add(TWO).id
    const demo = await bridge.openDemo({})
    await bridge.reportUnsent({ workspaceId: one, ...counts })
    await bridge.reportUnsent({ workspaceId: one, ...counts, waiting: { messages: 1, conversations: 0, changes: 0 } })
    await bridge.reportUnsent({ workspaceId: two, ...counts })
    await bridge.reportUnsent({ workspaceId: demo.ok ? demo.value.id : '', ...counts })
    await bridge.reportUnsent({ workspaceId: 'nobody', ...counts })
    expect(unsent.total()).toEqual({
      waiting: { messages: 3, conversations: 0, changes: 1 },
      asking: { messages: 0, conversations: 2, changes: 0 },
      needsKey: false,
    })
    await bridge.forgetWorkspace({ workspaceId: one })
    expect(unsent.total()).toEqual({ ...counts, needsKey: false })
  })

  it('needs the key again where the key is not kept', async () => {
    const workspaces = new WorkspaceStore(makeMemoryFile(), makeVault(makeKeyring({ isAvailable: false })))
    const unsent = makeUnsentTotals(workspaces)
    unsent.report(workspaces.add(ONE).id, { ...counts, waiting: { messages: 0, conversations: 0, changes: 0 } })
    expect(unsent.total().needsKey).toBe(false)
    unsent.report(workspaces.add(ONE).id, counts)
    expect(unsent.total().needsKey).toBe(true)
  })
})
