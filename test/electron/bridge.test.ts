import { NO_POLICY, NO_PROXY } from '../support/no-policy.ts'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeAppearance } from '../../electron/shell/appearance.ts'
import { API_BUDGETS, makeRateLimit } from '../../electron/api/rate-limit.ts'
import { makeRequestLog } from '../../electron/api/request-log.ts'
import { makeBridge } from '../../electron/bridge.ts'
import { makeForgetting } from '../../electron/accounts/forgetting.ts'
import { makeDemo, type RunningServer } from '../../electron/accounts/demo.ts'
import { makeExportFiles, markOf } from '../../electron/exports/export-file.ts'
import { makeExporter } from '../../electron/exports/exporter.ts'
import { makeOpBackups } from '../../electron/op-backup/backups.ts'
import { makeUnsentTotals } from '../../electron/op-backup/unsent-totals.ts'
import { makeRequestReading } from '../../electron/exports/request-export.ts'
import { openKeys } from '../../electron/sealing/open-keys.ts'
import { makeSealing } from '../../electron/sealing/sealing.ts'
import { WorkspaceStore } from '../../electron/accounts/workspaces.ts'
import { BRIDGE_METHODS } from '../../src/shared/bridge-methods.ts'
import { success } from '../../src/shared/failure.ts'
import { NOTHING_PENDING } from '../../src/shared/pending.ts'
import { FakeApi } from './fake-api.ts'
import { NO_LIFECYCLE } from '../support/no-lifecycle.ts'
import { FakeDeviceBackup } from '../support/fake-device-backup.ts'
import { NO_CARRY_OVER } from '../support/no-carry-over.ts'
import { NO_UPDATES } from '../support/no-updates.ts'
import { makeKeyring, makeSafeStorage, makeVault } from './fake-keyring.ts'
import { makeMemoryFile } from './memory-file.ts'
import { makeOpenLock } from '../support/open-lock.ts'

const NOW = 1_700_000_000_000
const LOCALE = { dates: 'de-DE', numbers: 'en-US', clock: null }
const ONE = { baseUrl: 'https://api.example.com', apiKey: 'sk_live_one' }
const TWO = { baseUrl: 'https://api.example.com', apiKey: 'sk_live_two' }

function begin(start?: () => Promise<RunningServer>, keyring = makeKeyring()) {
  const api = new FakeApi({ [ONE.apiKey]: ['c1'], [TWO.apiKey]: ['c2'] })
  const folder = mkdtempSync(join(tmpdir(), 'clarion-journals-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const load = () => makeSafeStorage(keyring)
  const keys = openKeys({ profile: folder, load, platform: 'linux', now: () => NOW, log: () => {} })
  const { vault, dataKeys } = keys
  const workspaces = new WorkspaceStore(makeMemoryFile(), vault)
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
  const answers = { isConfirmed: true, isLocked: false }
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
  const unsent = makeUnsentTotals(workspaces, dataKeys)
  const lock = { ...makeOpenLock(), isLocked: () => answers.isLocked }
  const surface = { showTheme: () => {}, useLanguage: () => 'en' as const, zoomLevel: () => 0, zoomTo: () => {} }
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
      testNotification: async () => success('shown'),
      readNotificationAbilities: async () =>
        success({ system: 'linux', isSupported: true, isRefused: false, canAnswer: true }),
      takeNotificationAnswers: async () => success([]),
      endNotificationAnswer: async () => success(null),
    },
    spelling: { answerSpelling: async () => success(null) },
    badge: { showBadge: async () => success(null) },
    sealing: makeSealing({ ...keys, workspaces, lock, restart: () => {}, log: () => {} }),
    updates: NO_UPDATES,
    reportProblem: () => {},
    speed: () => ({ startedAt: 1, windowAt: null, processes: [] }),
    carryOver: NO_CARRY_OVER,
    ...NO_LIFECYCLE,
    network: NO_PROXY,
    policy: NO_POLICY,
    deviceBackups: { bridge: new FakeDeviceBackup().bridge },
    log: () => {},
    demo: makeDemo(start ?? startServer, workspaces),
    forgetting: makeForgetting({
      file: makeMemoryFile(),
      workspaces,
      shredDataKey: (databaseName) => dataKeys.forget(databaseName),
      removeBackup: (id) => backups.forget(id),
      sweep: () => {},
      log: () => {},
    }),
    links,
    hosts: { admit: async () => success(null) },
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

it('makeBridge has exactly the methods of the bridge', () => {
  expect(Object.keys(begin().bridge).sort()).toEqual(Object.keys(BRIDGE_METHODS).sort())
})

it('readSession gives the window the workspaces without their keys', async () => {
  const { bridge, workspaces } = begin()
  const first = workspaces.add(ONE)
  const session = await bridge.readSession({})
  expect(session).toEqual({
    ok: true,
    value: {
      workspaces: [first],
      currentId: first.id,
      listHealth: 'whole',
      forgottenDatabases: [],
      withoutKeychain: 'unchosen',
      isLocked: false,
      appVersion: '1.2.3',
      platform: 'linux',
      locale: LOCALE,
    },
  })
  expect(JSON.stringify(session)).not.toContain(ONE.apiKey)
})

describe('each API call', () => {
  const calls = [
    ['listConversations', { limit: 1, offset: 0 }],
    ['readConversation', { conversationId: 'c1' }],
    ['createConversation', { opId: 'op', channel: 'sms', customerPhone: '+1' }],
    ['sendMessage', { opId: 'op', conversationId: 'c1', content: 'Hi' }],
    ['updateConversation', { opId: 'op', conversationId: 'c1', status: 'open' }],
    ['closeConversation', { opId: 'op', conversationId: 'c1' }],
  ] as const

  it.each(calls)('%s uses the account of its workspace', async (method, input) => {
    const { bridge, workspaces, api } = begin()
    const [first] = [workspaces.add(ONE), workspaces.add(TWO)]
    const call = bridge[method] as (input: object) => Promise<unknown>
    expect(await call({ ...input, workspaceId: first.id })).toMatchObject({ ok: true })
    expect(api.calls).toEqual([{ method, account: ONE, input }])
  })

  it.each(calls)('%s sends nothing and fails when the key is missing', async (method, input) => {
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

it('adoptDatabases adopts no database of a workspace that the user removed', async () => {
  const { bridge, workspaces } = begin()
  const { id, databaseName } = workspaces.add(ONE)
  await bridge.forgetWorkspace({ workspaceId: id })
  const session = await bridge.adoptDatabases({ found: [{ databaseName, record: null }], missing: [] })
  expect(session).toMatchObject({ ok: true, value: { workspaces: [], forgottenDatabases: [databaseName] } })
  await bridge.endForgetting({ databaseNames: [databaseName] })
  expect(await bridge.readSession({})).toMatchObject({ value: { forgottenDatabases: [] } })
})

it('forgetWorkspace removes the request log of the workspace', async () => {
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

it('sendMessage sends first request for second concurrent calls of an op and reports the second as interrupted', async () => {
  const { bridge, workspaces, api } = begin()
  const input = { workspaceId: workspaces.add(ONE).id, opId: 'op-1', conversationId: 'c1', content: 'Hi' }
  const [first, second] = await Promise.all([bridge.sendMessage(input), bridge.sendMessage(input)])
  expect(first).toMatchObject({ ok: true })
  expect(second).toEqual({ ok: false, failure: { kind: 'interrupted', code: 'UNDER_WAY' } })
  expect(api.calls).toHaveLength(1)
  expect(await bridge.sendMessage(input)).toMatchObject({ ok: true })
})

describe('openDemo', () => {
  it('starts first demo, makes it the current workspace and gives each first a new database', async () => {
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

  it('can be retried after a failed start', async () => {
    let tries = 0
    const { bridge } = begin(async () => {
      tries += 1
      if (tries === 1) throw new Error('no port')
      return { url: 'http://127.0.0.1:9', key: 'sk_test_demo', close: async () => {} }
    })
    await expect(bridge.openDemo({})).rejects.toThrow('no port')
    expect(await bridge.openDemo({})).toMatchObject({ ok: true })
  })

  it('keeps the demo when another workspace is removed', async () => {
    const { bridge, servers, workspaces } = begin()
    const first = workspaces.add(ONE)
    await bridge.openDemo({})
    await bridge.forgetWorkspace({ workspaceId: first.id })
    expect(servers).toEqual([{ isRunning: true }])
    expect(workspaces.list()).toHaveLength(1)
  })
})

it('chooseWorkspace opens a known workspace and refuses an unknown first', async () => {
  const { bridge, workspaces } = begin()
  const [first] = [workspaces.add(ONE), workspaces.add(TWO)]
  expect(await bridge.chooseWorkspace({ workspaceId: first.id })).toEqual({ ok: true, value: first })
  expect(await bridge.chooseWorkspace({ workspaceId: 'unknown' })).toMatchObject({
    ok: false,
    failure: { kind: 'refused' },
  })
  expect(workspaces.currentId).toBe(first.id)
})

it('showMenu shows the given menu', async () => {
  const { bridge, shown } = begin()
  const sections = [{ name: 'file' as const, entries: [{ id: 'new', title: 'New', accelerator: null }] }]
  expect(await bridge.showMenu({ sections })).toEqual({ ok: true, value: null })
  expect(shown).toEqual([sections])
})

describe('openLink', () => {
  it('opens a link when the user agrees', async () => {
    const { bridge, opened, answers } = begin()
    await bridge.openLink({ url: 'https://example.com/a' })
    answers.isConfirmed = false
    expect(await bridge.openLink({ url: 'https://example.com/b' })).toEqual({ ok: true, value: null })
    expect(opened).toEqual(['https://example.com/a'])
  })

  it('opens an http link when the user agrees', async () => {
    const { bridge, opened } = begin()
    await bridge.openLink({ url: 'http://example.com/a' })
    expect(opened).toEqual(['http://example.com/a'])
  })

  it('refuses a dangerous scheme without asking the user', async () => {
    const { bridge, opened } = begin()
    expect(await bridge.openLink({ url: 'file:///etc/passwd' })).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
    expect(opened).toEqual([])
  })
})

describe('the op backup', () => {
  const op = { opId: 'op-1', payload: '{"op":"first"}' }

  async function openDatabase({ bridge }: ReturnType<typeof begin>, workspaceId: string, installId: string | null) {
    const opened = await bridge.openedDatabase({ workspaceId, installId })
    expect(opened.ok).toBe(true)
    return opened.ok ? opened.value : null
  }

  it('belongs to first workspace, records each request and is removed with the workspace', async () => {
    const parts = begin()
    const { bridge, workspaces, folder } = parts
    const [first, second] = [workspaces.add(ONE), workspaces.add(TWO)]
    const { installId } = (await openDatabase(parts, first.id, null)) ?? { installId: '' }
    await openDatabase(parts, first.id, installId)
    await bridge.rememberOps({ workspaceId: first.id, ops: [op] })
    await bridge.sendMessage({ workspaceId: first.id, opId: 'op-1', conversationId: 'c1', content: 'Hi' })
    expect(await openDatabase(parts, first.id, null)).toMatchObject({
      isLost: true,
      lostOps: [{ ...op, requestedAt: [NOW] }],
    })
    expect(await openDatabase(parts, second.id, null)).toMatchObject({ isLost: false, lostOps: [] })
    await bridge.forgetWorkspace({ workspaceId: first.id })
    expect(readdirSync(join(folder, 'journals'))).toEqual([`${second.id}.jsonl`])
  })

  it('counts as lost when the database is new and the workspace was opened before', async () => {
    const parts = begin()
    const { bridge, workspaces } = parts
    const { id } = workspaces.add(ONE)
    expect(await openDatabase(parts, id, null)).toMatchObject({ isLost: false })
    await bridge.describeWorkspace({ workspaceId: id })
    expect(await openDatabase(parts, id, null)).toMatchObject({ isLost: true, isCopyLost: true, lostOps: [] })
    expect(await openDatabase(parts, id, 'install-1')).toMatchObject({ isLost: false })
  })

  it.each([
    [{ kind: 'unreachable', code: 'ENOTFOUND' }, []],
    [{ kind: 'throttled', retryAfterMs: null }, []],
    [{ kind: 'unauthorized', status: 401, words: 'No' }, []],
    [{ kind: 'rejected', status: 400, words: 'No' }, []],
    [{ kind: 'interrupted', code: 'ECONNRESET' }, [NOW]],
    [{ kind: 'server', status: 500, words: null }, [NOW]],
    [{ kind: 'unreadable', status: 200, why: 'HTML' }, [NOW]],
  ] as const)('distinguishes requests with a possible effect from those without: %j', async (failure, requestedAt) => {
    const parts = begin()
    const { bridge, workspaces, api } = parts
    const workspaceId = workspaces.add(ONE).id
    await bridge.rememberOps({ workspaceId, ops: [op] })
    api.outage = failure
    await bridge.sendMessage({ workspaceId, opId: 'op-1', conversationId: 'c1', content: 'Hi' })
    expect(await openDatabase(parts, workspaceId, null)).toMatchObject({ lostOps: [{ ...op, requestedAt }] })
  })

  it('does not exist for the demo and for an unknown workspace', async () => {
    const parts = begin()
    const demo = await parts.bridge.openDemo({})
    for (const workspaceId of [demo.ok ? demo.value.id : '', '../outside']) {
      expect(await parts.bridge.rememberOps({ workspaceId, ops: [op] })).toEqual({ ok: true, value: null })
      expect(await parts.bridge.forgetOps({ workspaceId, opIds: ['op-1'] })).toEqual({ ok: true, value: null })
      expect(await openDatabase(parts, workspaceId, 'mine')).toEqual({
        ...{ installId: 'mine', isLost: false, lostOps: [], unreadableOps: 0, rememberedIds: [] },
      })
    }
    expect(readdirSync(parts.folder)).toEqual([])
  })

  it('does not stop a message when it cannot be written', async () => {
    const { bridge, workspaces, folder, logged, api } = begin()
    const { id } = workspaces.add(ONE)
    await bridge.openedDatabase({ workspaceId: id, installId: 'install-1' })
    // A folder has the name of the file.
    rmSync(join(folder, 'journals', `${id}.jsonl`))
    mkdirSync(join(folder, 'journals', `${id}.jsonl`))
    expect(
      await bridge.sendMessage({ workspaceId: id, opId: 'op', conversationId: 'c1', content: 'Hi' }),
    ).toMatchObject({ ok: true })
    expect([api.calls.length, logged]).toEqual([1, ['backup-failed']])
    await expect(bridge.rememberOps({ workspaceId: id, ops: [op] })).rejects.toThrow()
  })
})

describe('UnsentTotals', () => {
  const counts = {
    waiting: { messages: 2, conversations: 0, changes: 1 },
    asking: { messages: 0, conversations: 1, changes: 0 },
  }

  it('adds up the last reports without the demo and removed workspaces', async () => {
    const { bridge, workspaces, unsent } = begin()
    const first = workspaces.add(ONE).id
    const second = workspaces.add(TWO).id
    const demo = await bridge.openDemo({})
    await bridge.reportUnsent({ workspaceId: first, ...counts })
    await bridge.reportUnsent({ workspaceId: first, ...counts, waiting: { messages: 1, conversations: 0, changes: 0 } })
    await bridge.reportUnsent({ workspaceId: second, ...counts })
    await bridge.reportUnsent({ workspaceId: demo.ok ? demo.value.id : '', ...counts })
    await bridge.reportUnsent({ workspaceId: 'unknown', ...counts })
    expect(unsent.total()).toEqual({
      waiting: { messages: 3, conversations: 0, changes: 1 },
      asking: { messages: 0, conversations: 2, changes: 0 },
      needsKey: false,
      isLostAtQuit: false,
    })
    await bridge.forgetWorkspace({ workspaceId: first })
    expect(unsent.total()).toEqual({ ...counts, needsKey: false, isLostAtQuit: false })
  })

  it('needs the key when the key is in memory only', async () => {
    const workspaces = new WorkspaceStore(makeMemoryFile(), makeVault(makeKeyring({ isAvailable: false })))
    const unsent = makeUnsentTotals(workspaces, { protectionOf: () => 'keychain' })
    unsent.report(workspaces.add(ONE).id, { ...counts, waiting: { messages: 0, conversations: 0, changes: 0 } })
    expect(unsent.total().needsKey).toBe(false)
    unsent.report(workspaces.add(ONE).id, counts)
    expect(unsent.total().needsKey).toBe(true)
  })

  it('is lost at quit when it belongs to a database whose key is in memory only', () => {
    const workspaces = new WorkspaceStore(makeMemoryFile(), makeVault(makeKeyring()))
    const [first, second] = [workspaces.add(ONE), workspaces.add(TWO)]
    const protectionOf = (name: string) => (name === second.databaseName ? 'memory' : 'keychain')
    const unsent = makeUnsentTotals(workspaces, { protectionOf })
    unsent.report(first.id, counts)
    unsent.report(second.id, { waiting: NOTHING_PENDING, asking: NOTHING_PENDING })
    expect(unsent.total().isLostAtQuit).toBe(false)
    unsent.report(second.id, { waiting: NOTHING_PENDING, asking: { ...NOTHING_PENDING, changes: 1 } })
    expect(unsent.total().isLostAtQuit).toBe(true)
  })
})

describe('the bridge of a locked app', () => {
  it('says so in the session, and sends nothing, not even a call that waited for the rate limit', async () => {
    const { bridge, workspaces, api, answers } = begin()
    const { id: workspaceId } = workspaces.add(ONE)
    expect(await bridge.readSession({})).toMatchObject({ value: { isLocked: false } })
    const waiting = bridge.sendMessage({ workspaceId, opId: 'op', conversationId: 'c1', content: 'Hello' })
    answers.isLocked = true
    expect(await bridge.readSession({})).toMatchObject({ value: { isLocked: true } })
    const locked = { ok: false, failure: { kind: 'unreachable', code: 'LOCKED' } }
    expect(await waiting).toEqual(locked)
    expect(await bridge.readConversation({ workspaceId, conversationId: 'c1' })).toEqual(locked)
    expect(await bridge.readDataKey({ workspaceId, hasDatabase: false })).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
    expect(api.calls).toEqual([])
  })
})

it.each([
  ['memory', false],
  ['unprotected', true],
] as const)('a new database without a backup counts as a loss with the choice %s: %s', async (choice, isLost) => {
  const { bridge, workspaces, folder } = begin(undefined, makeKeyring({ isAvailable: false }))
  await bridge.chooseWithoutKeychain({ choice })
  const { id: workspaceId } = workspaces.add(ONE)
  // It was opened at an earlier start.
  await bridge.describeWorkspace({ workspaceId })
  expect(await bridge.openedDatabase({ workspaceId, installId: null })).toMatchObject({ value: { isLost } })
  await bridge.rememberOps({ workspaceId, ops: [{ opId: 'op', payload: '{}' }] })
  expect(readdirSync(folder).includes('journals')).toBe(choice === 'unprotected')
})

it('readSession names the choice for a system without a keychain', async () => {
  const { bridge } = begin()
  await bridge.chooseWithoutKeychain({ choice: 'memory' })
  expect(await bridge.readSession({})).toMatchObject({ value: { withoutKeychain: 'memory' } })
})
