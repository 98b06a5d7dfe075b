import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Forgetting, openForgetting } from '../../../electron/accounts/forgetting.ts'
import { WORKSPACES_FORMAT } from '../../../electron/accounts/workspace-state.ts'
import { WorkspaceStore } from '../../../electron/accounts/workspaces.ts'
import { type KeptReplies, makeKeptReplies, REPLIES_FORMAT } from '../../../electron/op-backup/kept-replies.ts'
import { makeOpBackups, type OpBackups } from '../../../electron/op-backup/backups.ts'
import { realDisk } from '../../../electron/storage/disk.ts'
import { makeStateFile } from '../../../electron/storage/state-file.ts'
import type { DataKey } from '../../../src/shared/sealing.ts'
import { makeKeyring, makeSafeStorage } from '../fake-keyring.ts'
import { type Keys, openKeys } from '../../../electron/sealing/open-keys.ts'

const ONE = { baseUrl: 'https://one.example', apiKey: 'sk_live_one' }
const TWO = { baseUrl: 'https://two.example', apiKey: 'sk_live_two' }

type App = Pick<Keys, 'dataKeys'> & {
  readonly workspaces: WorkspaceStore
  readonly backups: OpBackups
  readonly replies: KeptReplies
  readonly forgetting: Forgetting
}

let folder: string
/** The databases of the window. */
let databases: Set<string>
/** The data keys of the workspaces, by id. */
const dataKeyOf = new Map<string, DataKey>()
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-forgetting-'))
  databases = new Set()
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const NOW = 1_700_000_000_000
const inFolder = (name: string): string => join(folder, name)

/** A start of the main process, up to the window. */
function start(): App {
  const log = (): void => {}
  const now = (): number => NOW
  const load = () => makeSafeStorage(makeKeyring())
  const { vault, dataKeys } = openKeys({ profile: folder, load, platform: 'linux', now, log })
  const workspaces = new WorkspaceStore(makeStateFile(inFolder('workspaces.json'), now, WORKSPACES_FORMAT), vault)
  const backups = makeOpBackups({ folder: inFolder('journals'), vault, workspaces, now, log })
  const repliesFile = makeStateFile(inFolder('notification-replies.json'), now, REPLIES_FORMAT)
  const replies = makeKeptReplies({ file: repliesFile, vault, log })
  const forgetting = openForgetting(inFolder('forgetting.json'), { workspaces, dataKeys, backups, replies, now, log })
  forgetting.resume()
  return { workspaces, dataKeys, backups, replies, forgetting }
}

/** What the window does at its start, and after a workspace was forgotten. */
function openWindow({ forgetting }: App): void {
  const names = forgetting.databaseNames()
  for (const name of names) crashPoint(() => databases.delete(name))
  if (names.length > 0) forgetting.end(names)
}

/** The user signs out of a workspace. */
function signOut(app: App, id: string): void {
  const workspace = app.workspaces.find(id)
  if (workspace === null) return expect.fail('it is not in the list')
  app.forgetting.forget(workspace)
  openWindow(app)
}

class Killed extends Error {}
let stepsLeft = Infinity
let moment: 'before' | 'half' | 'after' = 'before'

/** A step on the disk. The killed process takes no other step. */
function crashPoint<T>(step: () => T, half = (): void => {}): T {
  if (stepsLeft < 0) throw new Killed()
  stepsLeft -= 1
  if (stepsLeft >= 0) return step()
  if (moment === 'half') half()
  if (moment === 'after') step()
  throw new Killed()
}

function crashAfter(steps: number, at: typeof moment): void {
  const { replace, rename, remove } = realDisk
  stepsLeft = steps
  moment = at
  vi.spyOn(realDisk, 'replace').mockImplementation((path, bytes) =>
    crashPoint(
      () => replace(path, bytes),
      () => writeFileSync(`${path}.next`, bytes),
    ),
  )
  vi.spyOn(realDisk, 'rename').mockImplementation((from, to) => crashPoint(() => rename(from, to)))
  vi.spyOn(realDisk, 'remove').mockImplementation((path) => crashPoint(() => remove(path)))
}

function restart(): void {
  vi.restoreAllMocks()
  stepsLeft = Infinity
}

/** Two workspaces with a key, ops, a database, and damaged files that were moved aside. */
function prepare(): { readonly one: string; readonly two: string } {
  const { workspaces, backups, replies, dataKeys } = start()
  const ids = [ONE, TWO].map((account) => {
    const workspace = workspaces.add(account)
    const { id, databaseName } = workspace
    const dataKey = dataKeys.read(workspace, false)
    dataKeyOf.set(id, dataKey)
    writeFileSync(inFolder(`keys/${databaseName}.json.damaged-1`), JSON.stringify(dataKey))
    backups.find(id)?.opened(`install-${id}`)
    backups.find(id)?.remember([{ opId: 'op', payload: `text of ${account.apiKey}` }])
    const reply = { kind: 'reply', text: 'Yes', wasLocked: true } as const
    replies.keep({ ...reply, answerId: `answer-${id}`, noticeId: `1@${id}` })
    writeFileSync(inFolder(`journals/${id}.jsonl.damaged-1`), `{"accept":"old ${id}`)
    databases.add(databaseName)
    return id
  })
  writeFileSync(inFolder('workspaces.json.damaged-5'), readFileSync(inFolder('workspaces.json')).subarray(0, -9))
  writeFileSync(inFolder('workspaces.json.bak.damaged-5'), readFileSync(inFolder('workspaces.json')).subarray(0, -9))
  return { one: ids[0] ?? '', two: ids[1] ?? '' }
}

/** The same profile as often as it is needed. */
function prepareOften() {
  const ids = prepare()
  const [whole, names] = [`${folder}-whole`, [...databases]]
  cpSync(folder, whole, { recursive: true })
  onTestFinished(() => rmSync(whole, { recursive: true }))
  const renew = (): void => {
    rmSync(folder, { recursive: true })
    cpSync(whole, folder, { recursive: true })
    databases = new Set(names)
  }
  return { ...ids, renew }
}

function filesWith(text: string): readonly string[] {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => !/^(journals|keys)$/.test(name))
  return names.filter((name) => name.includes(text) || readFileSync(inFolder(name), 'utf8').includes(text))
}

function sealedKeyOf(id: string): string {
  const list = JSON.parse(readFileSync(inFolder('workspaces.json'), 'utf8')) as {
    workspaces: { id: string; sealedKey: { ciphertext: string } }[]
  }
  return list.workspaces.find((workspace) => workspace.id === id)?.sealedKey.ciphertext ?? expect.fail('no key')
}

/** True when nothing is left of the workspace; false when all of it is. Anything between is a failure. */
function isGone(app: App, id: string, sealedKey: string): boolean {
  const workspace = app.workspaces.find(id)
  if (workspace !== null) {
    expect(app.workspaces.account(id)).not.toBeNull()
    expect(app.dataKeys.read(workspace, true)).toEqual(dataKeyOf.get(id))
    expect(app.backups.find(id)?.opened(`install-${id}`).rememberedIds).toEqual(['op'])
    expect(app.replies.read(id).map(({ text }) => text)).toEqual(['Yes'])
    expect(databases).toContain(`clarion-${id}`)
    return false
  }
  expect(filesWith(id)).toEqual([])
  expect(filesWith(sealedKey)).toEqual([])
  expect(databases).not.toContain(`clarion-${id}`)
  const forgotten = { kind: 'api', databaseName: `clarion-${id}` } as const
  expect(app.dataKeys.read(forgotten, true)).toEqual({ state: 'sealed', why: 'missing' })
  return true
}

/** Main's part, which does not wait for the window. */
function expectNoFile(app: App, id: string, sealedKey: string): void {
  expect(app.workspaces.find(id)).toBeNull()
  expect(filesWith(sealedKey)).toEqual([])
  expect(filesWith(id).filter((name) => !name.startsWith('forgetting.json'))).toEqual([])
}

function expectWhole(app: App, id: string): void {
  expect(app.workspaces.account(id)).toEqual(TWO)
  const databaseName = `clarion-${id}`
  expect(app.dataKeys.read({ kind: 'api', databaseName }, true)).toEqual(dataKeyOf.get(id))
  expect(readFileSync(inFolder(`keys/${databaseName}.json.damaged-1`), 'utf8')).toContain('open')
  const backup = app.backups.find(id)
  expect(backup?.opened(`install-${id}`)).toMatchObject({ isLost: false, rememberedIds: ['op'] })
  expect(backup?.recall(['op'])).toMatchObject([{ payload: `text of ${TWO.apiKey}` }])
  expect(readFileSync(inFolder(`journals/${id}.jsonl.damaged-1`), 'utf8')).toBe(`{"accept":"old ${id}`)
  expect(databases).toContain(`clarion-${id}`)
}

/** More than the steps of forgetting. */
const MAX_STEPS = 40

describe('a workspace that the user signs out of', () => {
  it('is gone at once, and nothing of another one is', () => {
    const { one, two } = prepare()
    const sealedKey = sealedKeyOf(one)
    const app = start()
    signOut(app, one)
    expect(isGone(app, one, sealedKey)).toBe(true)
    expectWhole(app, two)
    expect(app.forgetting.databaseNames()).toEqual([])
    expectWhole(start(), two)
  })

  it.each(['before', 'half', 'after'] as const)(
    'is gone after the next start when the app is killed %s any step',
    (at) => {
      let kept = 0
      let isFinished = false
      const { one, two, renew } = prepareOften()
      const sealedKey = sealedKeyOf(one)
      for (let steps = 0; !isFinished; steps++) {
        expect(steps).toBeLessThan(MAX_STEPS)
        renew()
        const killed = start()
        crashAfter(steps, at)
        try {
          signOut(killed, one)
          isFinished = stepsLeft >= 0
        } catch (error) {
          if (!(error instanceof Killed)) throw error
        }
        restart()
        const app = start()
        if (app.forgetting.databaseNames().length > 0) expectNoFile(app, one, sealedKey)
        openWindow(app)
        // It may be whole only when the request itself had not been written down.
        if (!isGone(app, one, sealedKey)) kept += 1
        expectWhole(app, two)
        expect(app.forgetting.databaseNames()).toEqual([])
      }
      expect(kept).toBe(at === 'after' ? 0 : 1)
    },
  )

  it('is gone after two kills', () => {
    const { one, two, renew } = prepareOften()
    const sealedKey = sealedKeyOf(one)
    // After the journal, after the list, amid the files of the data key, and amid those of the backup.
    for (const first of [1, 7, 9, 14]) {
      for (let second = 0; second < 13; second += 3) {
        renew()
        for (const [steps, work] of [
          [first, (app: App) => signOut(app, one)],
          [second, openWindow],
        ] as const) {
          const app = steps === first && work !== openWindow ? start() : null
          crashAfter(steps, 'after')
          try {
            work(app ?? start())
          } catch (error) {
            if (!(error instanceof Killed)) throw error
          }
          restart()
        }
        const app = start()
        openWindow(app)
        expect(isGone(app, one, sealedKey)).toBe(true)
        expectWhole(app, two)
      }
    }
  })

  it('stays whole when the list cannot be written, also after the next start', () => {
    const { one, two } = prepare()
    const app = start()
    const { replace } = realDisk
    vi.spyOn(realDisk, 'replace').mockImplementation((path, bytes) => {
      if (path.endsWith('workspaces.json')) throw Object.assign(new Error('x'), { code: 'ENOSPC' })
      replace(path, bytes)
    })
    expect(() => signOut(app, one)).toThrow()
    restart()
    for (const then of [app, start()]) {
      expect(isGone(then, one, '-')).toBe(false)
      expectWhole(then, two)
      expect(then.forgetting.databaseNames()).toEqual([])
    }
  })

  it('is unreadable before its other files are deleted, also when they cannot be', () => {
    const { one, two } = prepare()
    const sealedKey = sealedKeyOf(one)
    const app = start()
    const { remove } = realDisk
    const removed: string[] = []
    vi.spyOn(realDisk, 'remove').mockImplementation((path) => {
      removed.push(path)
      if (path.includes('journals')) throw Object.assign(new Error('x'), { code: 'EBUSY' })
      remove(path)
    })
    signOut(app, one)
    expect(removed.find((path) => path.includes(one))).toBe(inFolder(`keys/clarion-${one}.json`))
    expect(filesWith(one).every((name) => /^(journals|forgetting)/.test(name))).toBe(true)
    restart()
    const later = start()
    openWindow(later)
    expect(isGone(later, one, sealedKey)).toBe(true)
    expectWhole(later, two)
  })

  it('loses its data key at the next start when the key could not be deleted', () => {
    const { one, two } = prepare()
    const sealedKey = sealedKeyOf(one)
    const app = start()
    const { remove } = realDisk
    vi.spyOn(realDisk, 'remove').mockImplementation((path) => {
      if (path.includes('keys')) throw Object.assign(new Error('x'), { code: 'EBUSY' })
      remove(path)
    })
    signOut(app, one)
    // It is not done, although the window has deleted the database.
    expect(app.forgetting.databaseNames()).toEqual([`clarion-${one}`])
    expect(filesWith(one).every((name) => /^(keys|forgetting)/.test(name))).toBe(true)
    restart()
    const later = start()
    openWindow(later)
    expect(isGone(later, one, sealedKey)).toBe(true)
    expectWhole(later, two)
  })

  it('stays whole when the request cannot be written down', () => {
    const { one } = prepare()
    const app = start()
    vi.spyOn(realDisk, 'replace').mockImplementation(() => expect.fail('the disk is full'))
    expect(() => signOut(app, one)).toThrow()
    restart()
    expect([isGone(app, one, '-'), isGone(start(), one, '-')]).toEqual([false, false])
  })

  it('is named to the window until the window has deleted its database', () => {
    const { one } = prepare()
    const app = start()
    const workspace = app.workspaces.find(one)
    if (workspace !== null) app.forgetting.forget(workspace)
    for (const then of [app, start(), start()]) {
      expect(then.forgetting.databaseNames()).toEqual([`clarion-${one}`])
      then.forgetting.end(['clarion-other'])
    }
    start().forgetting.end([`clarion-${one}`])
    expect(start().forgetting.databaseNames()).toEqual([])
  })

  it('is gone although the list is lost before the next start, and the other one survives', () => {
    const { one, two } = prepare()
    const sealedKey = sealedKeyOf(one)
    const workspace = start().workspaces.find(one)
    const app = start()
    crashAfter(3, 'after')
    if (workspace !== null) app.forgetting.forget(workspace)
    expect(stepsLeft).toBe(-1)
    restart()
    for (const name of ['workspaces.json', 'workspaces.json.bak']) writeFileSync(inFolder(name), '{')
    const later = start()
    expect(later.workspaces.health).toBe('lost')
    openWindow(later)
    expect(filesWith(one)).toEqual([])
    expect(filesWith(sealedKey)).toEqual([])
    expect(databases).toEqual(new Set([`clarion-${two}`]))
    expect(readFileSync(inFolder(`journals/${two}.jsonl`), 'utf8')).toContain('"accept":"op"')
    // The window finds its database, and the list gets its workspace again.
    const found = { kind: 'api', databaseName: `clarion-${two}` } as const
    expect(start().dataKeys.read(found, true)).toEqual(dataKeyOf.get(two))
  })
})

describe('the sweep at the start', () => {
  it('removes backups without a workspace only when they hold no op', () => {
    const { one } = prepare()
    const orphan = inFolder('journals/orphan.jsonl')
    writeFileSync(orphan, '{"opened":"install-x"}\n')
    writeFileSync(`${orphan}.next`, '')
    writeFileSync(inFolder('journals/notes.txt'), 'mine')
    const app = start()
    // The list was lost and begun anew: the ops of its workspaces are all there is of them.
    for (const { id } of app.workspaces.list()) app.workspaces.drop(id)
    start()
    expect(readdirSync(inFolder('journals'))).toEqual(expect.arrayContaining([`${one}.jsonl`, 'notes.txt']))
    expect(filesWith('orphan')).toEqual([])
  })

  it('removes nothing when the list is new, lost or restored', () => {
    prepare()
    const names = ['workspaces.json', 'workspaces.json.bak']
    const orphan = inFolder('journals/orphan.jsonl')
    for (const damage of [
      () => writeFileSync(inFolder('workspaces.json'), '{'),
      () => names.forEach((name) => writeFileSync(inFolder(name), '{')),
      () => names.forEach((name) => rmSync(inFolder(name), { force: true })),
    ]) {
      writeFileSync(orphan, '{"opened":"install-x"}\n')
      const before = readdirSync(inFolder('journals'))
      damage()
      start()
      expect(readdirSync(inFolder('journals'))).toEqual(before)
    }
  })
})
