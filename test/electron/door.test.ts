import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDoor, type CallSender, senderPolicy } from '../../electron/door.ts'
import { BRIDGE_METHODS } from '../../src/shared/bridge-methods.ts'
import type { Bridge } from '../../src/shared/bridge.ts'

const OURS: CallSender = { url: 'app://clarion/', isTopFrame: true, isOurWindow: true }
const METHODS = Object.keys(BRIDGE_METHODS) as (keyof Bridge)[]
/** Random values for each method. `npm run guards` sends more. */
const RUNS = Math.max(300, Number(process.env['FUZZ_RUNS'] ?? 0))
/** Bounds a hang, ms. */
const LIMIT_MS = 600_000

/** Valid calls with every field. */
const HONEST: { readonly [M in keyof Bridge]: Parameters<Bridge[M]>[0] } = {
  readSession: {},
  connectWorkspace: {
    apiKey: 'sk_1',
    baseUrl: 'https://api.example.com',
    workspaceId: 'w',
    knownConversationIds: ['c'],
    proofs: [{ workspaceId: 'w', knownConversationIds: ['c'] }],
  },
  describeWorkspace: { workspaceId: 'w' },
  adoptDatabases: {
    found: [
      {
        databaseName: 'clarion-w',
        record: { id: 'w', name: 'Shop', baseUrl: 'https://api.example.com', isTest: false, keyPrint: 'scrypt:a:b' },
      },
    ],
    missing: ['clarion-x'],
  },
  openDemo: {},
  chooseWorkspace: { workspaceId: 'w' },
  renameWorkspace: { workspaceId: 'w', name: 'Shop' },
  forgetWorkspace: { workspaceId: 'w' },
  endForgetting: { databaseNames: ['clarion-w'] },
  readDataKey: { workspaceId: 'w', hasDatabase: true },
  chooseWithoutKeychain: { choice: 'memory' },
  discardDataKey: { workspaceId: 'w' },
  restartApp: {},
  beginCarryOver: {},
  readCarriedPart: { databaseName: 'clarion-w', part: 0 },
  endCarryOver: { databaseNames: ['clarion-w'] },
  beginBackup: { passphrase: 'four quiet trains', workspaceIds: ['w'], settings: { density: 'compact' } },
  addToBackup: { backupId: 'b', workspaceId: 'w', table: 'drafts', rows: [{ conversationId: 'c', text: 'x' }] },
  endBackup: { backupId: 'b', isWhole: true },
  chooseBackup: {},
  openBackup: { restoreId: 'r', passphrase: 'four quiet trains' },
  takeWorkspace: { restoreId: 'r', workspaceId: 'w' },
  readBackupPart: { restoreId: 'r', workspaceId: 'w', part: 0 },
  takeSettings: { restoreId: 'r' },
  endRestore: { restoreId: 'r' },
  readLock: {},
  setLock: { afterIdleMinutes: 5, withSystem: true },
  lockApp: {},
  lockedPageDone: {},
  typedSaved: {},
  unlockApp: {},
  readBackground: {},
  setBackground: { keepsRunning: true, opensAtLogin: true, startsHidden: false },
  readWaitingLink: {},
  takeLink: {},
  readManaged: {},
  readProxyQuestion: {},
  answerProxyQuestion: { proxy: 'proxy.example.com:8080', name: 'anna', password: 'secret' },
  listConversations: {
    workspaceId: 'w',
    limit: 100,
    offset: 0,
    channel: 'sms',
    status: 'open',
    customerId: 'cu',
    isBackground: true,
  },
  readConversation: { workspaceId: 'w', conversationId: 'a/b ?#é' },
  createConversation: {
    workspaceId: 'w',
    opId: '0190-ab',
    channel: 'sms',
    customerPhone: '+1',
    customerEmail: 'a@b.c',
    customerName: 'J',
  },
  sendMessage: { workspaceId: 'w', opId: 'op', conversationId: 'c', content: 'x'.repeat(100_000) },
  updateConversation: {
    workspaceId: 'w',
    opId: 'op',
    conversationId: 'c',
    status: 'resolved',
    customerName: '',
    tags: ['vip'],
  },
  closeConversation: { workspaceId: 'w', opId: 'op', conversationId: 'c' },
  openedDatabase: { workspaceId: 'w', installId: '0190-ab' },
  recallOps: { workspaceId: 'w', opIds: ['op'] },
  rememberOps: { workspaceId: 'w', ops: [{ opId: 'op', payload: '{}' }] },
  forgetOps: { workspaceId: 'w', opIds: ['op'] },
  reportUnsent: {
    workspaceId: 'w',
    waiting: { messages: 2, conversations: 0, changes: 1 },
    asking: { messages: 0, conversations: 1, changes: 0 },
  },
  reportBrokenPart: { part: 'message', name: 'RangeError', where: 'main-abc.js:1:2 < main-abc.js:3:4' },
  reportProblem: {},
  readSpeed: {},
  readUpdates: {},
  checkForUpdates: {},
  setUpdateChannel: { channel: 'beta' },
  restartToUpdate: {},
  readLook: {},
  setLook: { theme: 'dark', zoomLevel: 0.5 },
  listRequests: { workspaceId: 'w' },
  exportRequests: { workspaceId: 'w', to: 'file' },
  showNotification: { workspaceId: 'w', conversationId: 'c', title: 'John Smith', body: '<b>Hi</b>', isSilent: false },
  withdrawNotification: { workspaceId: 'w', conversationId: 'c' },
  testNotification: {
    ...{ workspaceId: 'w', conversationId: null, title: 'Clarion', body: '', isSilent: true },
    answers: { noticeId: '1b-2c@w', canReply: true, canResolve: false },
  },
  readNotificationAbilities: {},
  takeNotificationAnswers: { workspaceId: 'w' },
  endNotificationAnswer: { answerId: '1b-2c' },
  showBadge: { count: 3 },
  answerSpelling: { question: 1, suggestions: ['the', 'tea'] },
  openLink: { url: 'https://example.com' },
  saveExport: { name: 'Ana', format: 'csv', content: '' },
  beginExport: { name: 'Inbox', format: 'csv' },
  appendExport: { exportId: 'export-1', content: 'a,b' },
  endExport: { exportId: 'export-1', isWhole: true },
  showMenu: {
    sections: [{ name: 'file', entries: [{ id: 'new-conversation', title: 'New', accelerator: 'CmdOrCtrl+N' }] }],
  },
}

const NULLABLE: { readonly [M in keyof Bridge]?: string } = {
  openedDatabase: 'installId',
  setLock: 'afterIdleMinutes',
  showNotification: 'conversationId',
  testNotification: 'conversationId',
  withdrawNotification: 'conversationId',
}

function begin(handle: (method: string, input: unknown) => unknown = () => ({ ok: true, value: null })) {
  const handled: { method: string; input: unknown }[] = []
  const logged: string[] = []
  const handler = (method: string) => async (input: unknown) => {
    handled.push({ method, input })
    return handle(method, input)
  }
  const bridge = Object.fromEntries(METHODS.map((method) => [method, handler(method)])) as unknown as Bridge
  const door = makeDoor(bridge, (event, facts) => logged.push(JSON.stringify({ event, ...facts })))
  return { door, handled, logged }
}

describe('a valid call', () => {
  it.each(METHODS)('%s reaches the handler unchanged', async (method) => {
    const { door, handled } = begin()
    expect(await door(method, OURS, HONEST[method])).toEqual({ ok: true, value: null })
    expect(handled).toEqual([{ method, input: HONEST[method] }])
  })
})

describe('the sender of a call', () => {
  const FOREIGN: readonly CallSender[] = [
    null,
    { url: 'app://clarion/', isTopFrame: false, isOurWindow: true },
    { url: 'app://clarion/', isTopFrame: true, isOurWindow: false },
    ...[
      '',
      'about:blank',
      'app://clarion',
      'app://clarion.evil/',
      'app://clarion@evil/',
      'https://clarion/',
      'data:text/html,x',
      'file:///x',
      'devtools://devtools/x',
      'http://localhost:5173/',
    ].map((url) => ({ url, isTopFrame: true, isOurWindow: true })),
  ]

  it.each(FOREIGN)('is refused unless it is the top frame of our window at our origin: %j', async (sender) => {
    expect(senderPolicy(sender)).toBe(false)
    for (const method of METHODS) {
      const { door, handled, logged } = begin()
      expect(await door(method, sender, HONEST[method])).toMatchObject({ ok: false, failure: { kind: 'refused' } })
      expect(handled).toEqual([])
      expect(logged).toEqual([JSON.stringify({ event: 'sender-refused', method })])
    }
  })
})

describe('the input of a call', () => {
  it.each(['', 'toString', '__proto__', 'constructor', 'hasOwnProperty', 'onWake', 'ReadSession'])(
    'is refused for an unknown method: %j',
    async (method) => {
      const { door, handled, logged } = begin()
      expect(await door(method, OURS, {})).toMatchObject({ ok: false, failure: { kind: 'refused' } })
      expect(handled).toEqual([])
      expect(logged, 'it was not tried').toEqual([])
    },
  )

  const hostile: readonly [keyof Bridge, unknown][] = [
    ['readSession', undefined],
    // Comparing this length throws.
    ['chooseWorkspace', { workspaceId: { length: Object.create(null) as unknown } }],
    ['readSession', null],
    ['readSession', []],
    ['readSession', { extra: 1 }],
    ['listConversations', { workspaceId: 'w', limit: 0, offset: 0 }],
    ['listConversations', { workspaceId: 'w', limit: 101, offset: 0 }],
    ['listConversations', { workspaceId: 'w', limit: 1.5, offset: 0 }],
    ['listConversations', { workspaceId: 'w', limit: '25', offset: 0 }],
    ['listConversations', { workspaceId: 'w', limit: Number.NaN, offset: 0 }],
    ['listConversations', { workspaceId: 'w', limit: 25, offset: -1 }],
    ['listConversations', { workspaceId: 'w', limit: 25, offset: Number.POSITIVE_INFINITY }],
    ['listConversations', { workspaceId: 'w', limit: 25, offset: 0, status: 'snoozed' }],
    ['listConversations', { workspaceId: 'w', limit: 25, offset: 0, channel: undefined }],
    ['readConversation', { workspaceId: 'w', conversationId: '' }],
    ['readConversation', { workspaceId: 'w', conversationId: 'x'.repeat(1_001) }],
    ['readConversation', { workspaceId: 'w', conversationId: { toString: 'c' } }],
    ['createConversation', { workspaceId: 'w', opId: 'op', channel: 'sms', message: 'Hi' }],
    ['sendMessage', { workspaceId: 'w', opId: 'op', conversationId: 'c', content: '' }],
    ['sendMessage', { workspaceId: 'w', opId: 'op', conversationId: 'c', content: 'x'.repeat(1_000_001) }],
    ['sendMessage', { workspaceId: 'w', opId: 'a\r\nX-Evil: 1', conversationId: 'c', content: 'x' }],
    ['sendMessage', { workspaceId: 'w', conversationId: 'c', content: 'x' }],
    ['sendMessage', { workspaceId: 'w', opId: 'op', conversationId: 'c', content: 'x', sender: 'customer' }],
    [
      'sendMessage',
      JSON.parse('{"workspaceId":"w","opId":"op","conversationId":"c","content":"x","__proto__":{"a":1}}'),
    ],
    ['updateConversation', { workspaceId: 'w', opId: 'op', conversationId: 'c', tags: 'vip' }],
    ['updateConversation', { workspaceId: 'w', opId: 'op', conversationId: 'c', tags: Array(1_001).fill('x') }],
    ['openLink', { url: 'x'.repeat(10_001) }],
    ['openedDatabase', { workspaceId: 'w' }],
    ['openedDatabase', { workspaceId: 'w', installId: '../x' }],
    ['rememberOps', { workspaceId: 'w', ops: [{ opId: '../x', payload: '{}' }] }],
    ['rememberOps', { workspaceId: 'w', ops: [{ opId: 'op', payload: '' }] }],
    ['rememberOps', { workspaceId: 'w', ops: [{ opId: 'op', payload: '{}', extra: 1 }] }],
    ['rememberOps', { workspaceId: 'w', ops: Array(1_001).fill({ opId: 'op', payload: '{}' }) }],
    ['forgetOps', { workspaceId: 'w', opIds: [1] }],
    ['listRequests', {}],
    ['exportRequests', { workspaceId: 'w', to: '/etc/passwd' }],
    ['exportRequests', { workspaceId: 'w', to: 'file', path: '/etc/passwd' }],
    ...[
      { title: '' },
      { title: 'x'.repeat(201) },
      { body: 'x'.repeat(501) },
      { conversationId: 'x'.repeat(1_001) },
      { conversationId: undefined },
      { icon: 'https://example.com/beacon.png' },
      { isSilent: 1 },
      { answers: { noticeId: 'no workspace', canReply: true, canResolve: true } },
      { answers: { noticeId: '../1@w', canReply: true, canResolve: true } },
      { answers: { noticeId: '1@w' } },
    ].map((bent): [keyof Bridge, unknown] => ['showNotification', { ...HONEST.showNotification, ...bent }]),
    ['withdrawNotification', { workspaceId: 'w' }],
    ['answerSpelling', { question: -1, suggestions: [] }],
    ['answerSpelling', { question: 1, suggestions: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['answerSpelling', { question: 1, suggestions: ['x'.repeat(121)] }],
    ['answerSpelling', { question: 1, suggestions: [''] }],
    ['showBadge', { count: -1 }],
    ['showBadge', { count: 1.5 }],
    ['showBadge', { count: Number.POSITIVE_INFINITY }],
    ['showBadge', { count: '3' }],
  ]

  it.each(hostile)('is refused by %s when it is invalid: %j', async (method, input) => {
    const { door, handled, logged } = begin()
    expect(await door(method, OURS, input)).toEqual({
      ok: false,
      failure: { kind: 'refused', words: 'This call is not valid.' },
    })
    expect(handled).toEqual([])
    expect(logged).toEqual([JSON.stringify({ event: 'input-refused', method })])
  })

  // Any input of a broken page gets a Result, and only valid input reaches a handler.
  it.each(METHODS)(
    'never makes %s throw or have a side effect, for a thousand values of every kind or more',
    async (method) => {
      const { door, handled } = begin()
      const honest = HONEST[method] as Record<string, unknown>
      const keys = fc.constantFrom(...Object.keys(honest), 'extra', '__proto__', 'toString')
      const bent = fc.dictionary(
        keys,
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
        { noNullPrototype: false },
      )
      const value = fc.oneof(
        fc.anything({ withBigInt: true, withNullPrototype: true }),
        bent,
        bent.map((fields) => ({ ...honest, ...fields })),
      )
      let refusals = 0
      await fc.assert(
        fc.asyncProperty(value, async (input) => {
          handled.length = 0
          const result = await door(method, OURS, input)
          if (result.ok) {
            expect(handled).toHaveLength(1)
            const taken = handled[0]?.input as Record<string, unknown>
            for (const [key, field] of Object.entries(taken)) {
              expect(Object.hasOwn(honest, key)).toBe(true)
              // Some fields may be null.
              if (NULLABLE[method] === key && (field === null || honest[key] === null)) continue
              expect(kindOf(field)).toBe(kindOf(honest[key]))
            }
          } else {
            refusals += 1
            expect(result).toEqual({ ok: false, failure: { kind: 'refused', words: 'This call is not valid.' } })
            expect(handled).toEqual([])
          }
        }),
        { numRuns: RUNS },
      )
      expect(refusals).toBeGreaterThan(RUNS / 2)
    },
    LIMIT_MS,
  )

  it('may be circular', async () => {
    const ring: Record<string, unknown> = { workspaceId: 'w' }
    ring['conversationId'] = ring
    expect(await begin().door('readConversation', OURS, ring)).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
  })
})

describe('a handler that throws', () => {
  const broken = () => {
    throw new Error('+1 555 123 4567 said sk_live_1')
  }

  it.each(METHODS)('%s still gives a Result, and the log contains no secrets', async (method) => {
    const { door, logged } = begin(broken)
    const result = await door(method, OURS, HONEST[method])
    const isMutation = 'opId' in HONEST[method]
    // A mutation may have been sent before the handler threw, so it must be verified before a retry.
    expect(result).toMatchObject({
      ok: false,
      failure: isMutation ? { kind: 'interrupted', code: 'BUG' } : { kind: 'refused' },
    })
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('handler-broke')
    expect(logged[0]).not.toMatch(/555|sk_live/)
  })
})

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value
}
