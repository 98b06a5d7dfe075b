import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeKeptReplies, REPLIES_FORMAT } from '../../../electron/op-backup/kept-replies.ts'
import { makeNotificationAnswers } from '../../../electron/shell/notification-answers.ts'
import { realDisk } from '../../../electron/storage/disk.ts'
import { MAX_STATE_BYTES } from '../../../electron/storage/state-bytes.ts'
import { makeStateFile } from '../../../electron/storage/state-file.ts'
import type { NotificationAnswer } from '../../../src/shared/notification.ts'
import { makeKeyring, makeVault } from '../fake-keyring.ts'

const TYPED = 'Yes, at ten, Anna'

let folder: string
let keyring = makeKeyring()
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-replies-'))
  keyring = makeKeyring()
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

/** A start of the main process. Ending it needs no call: nothing is written at the end. */
function start({ isLocked = false, withoutKeychain = 'unchosen' as 'unchosen' | 'memory' | 'unprotected' } = {}) {
  const file = makeStateFile(join(folder, 'notification-replies.json'), () => 5, REPLIES_FORMAT)
  const vault = makeVault(keyring, 'linux', () => withoutKeychain)
  const kept = makeKeptReplies({ file, vault, log: () => {} })
  const answers = makeNotificationAnswers({
    ...{ isLocked: () => isLocked, kept, log: () => {} },
    ...{ tellPage: () => {}, sayLocked: () => {} },
  })
  const take = async (workspaceId = 'w'): Promise<readonly NotificationAnswer[]> => {
    const taken = await answers.bridge.takeNotificationAnswers({ workspaceId })
    return taken.ok ? taken.value : []
  }
  return { kept, answers, take }
}

const onDisk = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')

it('a reply that was typed while the app was locked is there after a crash, until the page has stored it', async () => {
  const locked = start({ isLocked: true })
  locked.answers.add({ noticeId: '1@w', kind: 'reply', text: TYPED })
  expect(await locked.take()).toMatchObject([{ text: TYPED, wasLocked: true }])
  const [reply] = await start().take()
  expect(reply).toMatchObject({ noticeId: '1@w', kind: 'reply', text: TYPED, wasLocked: true })
  expect(await start().take('another')).toEqual([])
  const last = start()
  await last.answers.bridge.endNotificationAnswer({ answerId: reply?.answerId ?? '' })
  expect([await last.take(), await start().take()]).toEqual([[], []])
})

it('a reply of an earlier start is never sent by itself, also if the app was not locked', async () => {
  start().answers.add({ noticeId: '1@w', kind: 'reply', text: TYPED })
  expect((await start().take()).map(({ wasLocked }) => wasLocked)).toEqual([true])
})

it('a reply is on the disk sealed; what has no text of the user is not there', async () => {
  const { answers } = start()
  answers.add({ noticeId: '1@w', kind: 'resolve' })
  expect(readdirSync(folder)).toEqual([])
  answers.add({ noticeId: '1@w', kind: 'reply', text: TYPED })
  expect(onDisk()).toContain('"sealed"')
  for (const form of [TYPED, Buffer.from(TYPED).toString('base64'), 'Anna']) expect(onDisk()).not.toContain(form)
})

it.each([
  ['memory', 0],
  ['unprotected', 1],
] as const)('without a keychain, a reply is kept as the user chose: %s', async (withoutKeychain, count) => {
  keyring.isAvailable = false
  const first = start({ withoutKeychain })
  first.answers.add({ noticeId: '1@w', kind: 'reply', text: TYPED })
  expect(await first.take()).toHaveLength(1)
  expect(await start({ withoutKeychain }).take()).toHaveLength(count)
})

it('a reply that cannot be opened now stays for later', async () => {
  start().answers.add({ noticeId: '1@w', kind: 'reply', text: TYPED })
  keyring.broken = ['decryptString']
  expect(await start().take()).toEqual([])
  keyring.broken = []
  expect(await start().take()).toHaveLength(1)
})

it('a full disk loses no reply while the app runs', async () => {
  vi.spyOn(realDisk, 'replace').mockImplementation(() => {
    throw Object.assign(new Error('x'), { code: 'ENOSPC' })
  })
  const { answers, take } = start()
  answers.add({ noticeId: '1@w', kind: 'reply', text: TYPED })
  expect(await take()).toMatchObject([{ text: TYPED }])
})

it('the file stays readable, however much is typed', async () => {
  const { answers } = start()
  for (let index = 0; index < 30; index += 1)
    answers.add({ noticeId: `${index}@w`, kind: 'reply', text: '日'.repeat(100_000) })
  const kept = await start().take()
  expect(kept.length).toBeGreaterThan(5)
  expect(kept.length).toBeLessThan(30)
  expect(kept.at(-1)?.text).toHaveLength(100_000)
  expect(onDisk().length).toBeLessThan(2 * MAX_STATE_BYTES)
})

it('nothing stays of a workspace that is not in the list, or that the user signs out of', () => {
  const { kept, answers } = start()
  for (const id of ['w', 'gone']) answers.add({ noticeId: `1@${id}`, kind: 'reply', text: TYPED })
  kept.sweep(['w'])
  const after = start().kept
  expect([after.read('w').length, after.read('gone').length]).toEqual([1, 0])
  expect(onDisk()).not.toContain('gone')
  after.forget('w')
  expect(after.read('w')).toEqual([])
  expect(onDisk()).not.toContain('@w')
})
