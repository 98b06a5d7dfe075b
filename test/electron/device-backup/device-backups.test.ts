import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WorkspaceStore } from '../../../electron/accounts/workspaces.ts'
import { makeDeviceBackups } from '../../../electron/device-backup/device-backups.ts'
import { openSealedFile } from '../../../electron/device-backup/open-file.ts'
import { makeExportFiles, markOf } from '../../../electron/exports/export-file.ts'
import type { ExportFile } from '../../../electron/exports/exporter.ts'
import { makeAppearance } from '../../../electron/shell/appearance.ts'
import type { MovedRow } from '../../../src/shared/device-backup.ts'
import { failed, type Failure, type Result, success } from '../../../src/shared/failure.ts'
import { describeFindings, scanFolder } from '../../support/canary/scan-folder.ts'
import { makeKeyring, makeVault } from '../fake-keyring.ts'
import { makeMemoryFile } from '../memory-file.ts'
import { CHEAP, PASSPHRASE, sealLines } from './a-backup.ts'

const ONE = { baseUrl: 'https://api.example.com', apiKey: 'sk_live_one' }
const TWO = { baseUrl: 'https://other.example.com', apiKey: 'sk_live_two' }
const NOW = 1_700_000_000_000

/** A device with its own workspaces. Both write to and read from one folder. */
function aDevice(folder: string) {
  const workspaces = new WorkspaceStore(makeMemoryFile(), makeVault(makeKeyring()))
  const surface = { showTheme: () => {}, useLanguage: () => 'en' as const, zoomLevel: () => 0, zoomTo: () => {} }
  const appearance = makeAppearance(makeMemoryFile(), surface)
  const path = join(folder, 'one.clarion-backup')
  const user = { path: path as string | null, admits: success(null) as Result<null>, asked: [] as string[] }
  const begin = makeExportFiles(markOf(folder), () => {})
  /** Wraps the file that is being written. */
  const disk = { wrap: (file: ExportFile): ExportFile => file }
  const logged: unknown[] = []
  const backups = makeDeviceBackups({
    workspaces,
    appearance,
    hosts: {
      async admit(baseUrl) {
        user.asked.push(baseUrl)
        return user.admits
      },
    },
    saver: { choose: async () => user.path, begin: async (place) => disk.wrap(await begin(place)) },
    choose: async () => user.path,
    open: openSealedFile,
    computer: 'old-computer',
    now: () => NOW,
    log: (...entry) => logged.push(entry),
    cost: CHEAP,
  })
  onTestFinished(() => backups.pageGone())
  return { workspaces, appearance, backups, bridge: backups.bridge, user, disk, path, logged }
}

function twoDevices() {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return { folder, a: aDevice(folder), b: aDevice(folder) }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(wordsOf(result.failure))
  return result.value
}

function wordsOf(failure: Failure): string {
  return failure.kind === 'refused' ? failure.words : failure.kind
}

async function problemOf(call: Promise<Result<unknown>>): Promise<string> {
  const result = await call
  return result.ok ? 'it worked' : wordsOf(result.failure)
}

type Rows = Parameters<ReturnType<typeof aDevice>['bridge']['addToBackup']>[0]

async function backUp(
  device: ReturnType<typeof aDevice>,
  workspaceIds: readonly string[],
  parts: readonly Omit<Rows, 'backupId'>[] = [],
): Promise<void> {
  const begun = valueOf(
    await device.bridge.beginBackup({ passphrase: PASSPHRASE, workspaceIds, settings: { density: 'compact' } }),
  )
  if (begun === null) throw new Error('the user chose a file')
  for (const part of parts) valueOf(await device.bridge.addToBackup({ backupId: begun.backupId, ...part }))
  valueOf(await device.bridge.endBackup({ backupId: begun.backupId, isWhole: true }))
}

async function openBackup(device: ReturnType<typeof aDevice>, passphrase = PASSPHRASE) {
  const chosen = valueOf(await device.bridge.chooseBackup({}))
  const restoreId = chosen?.restoreId ?? ''
  return { restoreId, opened: await device.bridge.openBackup({ restoreId, passphrase }) }
}

const DRAFT: MovedRow = { conversationId: 'conv_1', text: 'Dear Ana, about your parcel', caret: 3, updatedAt: 5 }

describe('a backup on another device', () => {
  it('gives back workspaces, rows and settings, and a new workspace with its name and key', async () => {
    const { a, b } = twoDevices()
    const one = a.workspaces.add(ONE)
    valueOf(a.workspaces.rename(one.id, 'Shop'))
    const many = Array.from({ length: 1_000 }, (_, index) => ({ conversationId: `conv_${index}`, seenAt: index }))
    await backUp(
      a,
      [one.id],
      [
        { workspaceId: one.id, table: 'drafts', rows: [DRAFT] },
        ...Array.from({ length: 20 }, () => ({ workspaceId: one.id, table: 'seen' as const, rows: many })),
      ],
    )

    const { restoreId, opened } = await openBackup(b)
    const summary = valueOf(opened)
    expect(summary).toMatchObject({ madeAt: NOW, computer: 'old-computer' })
    expect(summary.workspaces).toMatchObject([
      { id: one.id, name: 'Shop', baseUrl: ONE.baseUrl, hasKey: true, isHere: false, parts: 21 },
    ])
    expect(summary.workspaces[0]?.rows).toMatchObject({ drafts: 1, seen: 20_000, outbox: 0 })

    const taken = valueOf(await b.bridge.takeWorkspace({ restoreId, workspaceId: one.id }))
    expect(b.workspaces.find(taken.id)).toMatchObject({ name: 'Shop', baseUrl: ONE.baseUrl, key: 'sealed', ...taken })
    expect(taken.id).not.toBe(one.id)
    expect(b.workspaces.account(taken.id)).toEqual(ONE)
    expect(b.user.asked).toEqual([ONE.baseUrl])
    const part = { restoreId, workspaceId: one.id }
    expect(valueOf(await b.bridge.readBackupPart({ ...part, part: 0 }))).toEqual({ table: 'drafts', rows: [DRAFT] })
    expect(valueOf(await b.bridge.readBackupPart({ ...part, part: 20 }))).toEqual({ table: 'seen', rows: many })
    expect(await problemOf(b.bridge.readBackupPart({ ...part, part: 21 }))).toBe('This call is not valid.')
    expect(valueOf(await b.bridge.takeSettings({ restoreId }))).toEqual({ density: 'compact' })
  })

  it('gives the page no key', async () => {
    const { a, b } = twoDevices()
    const one = a.workspaces.add(ONE)
    await backUp(a, [one.id], [{ workspaceId: one.id, table: 'drafts', rows: [DRAFT] }])
    const { restoreId, opened } = await openBackup(b)
    const answers = [
      opened,
      await b.bridge.takeWorkspace({ restoreId, workspaceId: one.id }),
      await b.bridge.readBackupPart({ restoreId, workspaceId: one.id, part: 0 }),
      await b.bridge.takeSettings({ restoreId }),
    ]
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(JSON.stringify([answers, a.logged, b.logged])).not.toContain(ONE.apiKey)
  })

  it('holds no word in plain', async () => {
    const { a, folder } = twoDevices()
    const one = a.workspaces.add(ONE)
    valueOf(a.workspaces.rename(one.id, 'Ana Petrović GmbH'))
    await backUp(a, [one.id], [{ workspaceId: one.id, table: 'drafts', rows: [DRAFT] }])
    const words = [
      ONE.apiKey,
      'Ana Petrović',
      'about your parcel',
      one.id,
      'api.example.com',
      'old-computer',
      'conversationId',
    ]
    const secrets = words.map((text) => ({ kind: text, text }))
    expect(describeFindings(scanFolder(folder, secrets).findings)).toEqual([])
    // The search finds them where they are readable.
    writeFileSync(join(folder, 'plain'), JSON.stringify([ONE, DRAFT]))
    expect(new Set(scanFolder(folder, secrets).findings.map(({ kind }) => kind)).size).toBe(4)
  })

  it('finds the workspace that is already there, by server and key', async () => {
    const { a, b } = twoDevices()
    const [one, two] = [a.workspaces.add(ONE), a.workspaces.add(TWO)]
    const here = b.workspaces.add(ONE)
    await backUp(a, [one.id, two.id])
    const { restoreId, opened } = await openBackup(b)
    expect(valueOf(opened).workspaces.map(({ isHere }) => isHere)).toEqual([true, false])
    expect(valueOf(await b.bridge.takeWorkspace({ restoreId, workspaceId: one.id })).id).toBe(here.id)
    expect(b.user.asked).toEqual([])
    const added = valueOf(await b.bridge.takeWorkspace({ restoreId, workspaceId: two.id }))
    // The workspace that was open stays the one to open.
    expect(b.workspaces.currentId).toBe(here.id)
    // A second time, it is there.
    expect(valueOf(await b.bridge.takeWorkspace({ restoreId, workspaceId: two.id })).id).toBe(added.id)
    expect(b.workspaces.list()).toHaveLength(2)
  })

  it('adds no workspace when the user does not agree to its server', async () => {
    const { a, b } = twoDevices()
    const one = a.workspaces.add(ONE)
    await backUp(a, [one.id])
    const { restoreId } = await openBackup(b)
    b.user.admits = failed({ kind: 'refused', words: 'Not connected.', isDeclined: true })
    expect(await problemOf(b.bridge.takeWorkspace({ restoreId, workspaceId: one.id }))).toBe('Not connected.')
    expect(b.workspaces.list()).toEqual([])
  })

  it('keeps the look of a device where the user has chosen one', async () => {
    const { a, b } = twoDevices()
    const one = a.workspaces.add(ONE)
    a.appearance.change({ theme: 'dark', language: 'de' })
    b.appearance.change({ theme: 'light' })
    await backUp(a, [one.id])
    const { restoreId } = await openBackup(b)
    valueOf(await b.bridge.takeSettings({ restoreId }))
    expect(b.appearance.read()).toMatchObject({ theme: 'light', language: 'de' })
  })
})

describe('a backup that is not right', () => {
  it.each([
    ['text', () => Buffer.from('Dear diary'), /isn’t a Clarion backup/],
    ['nothing', () => Buffer.alloc(0), /isn’t a Clarion backup/],
    ['a newer format', () => Buffer.from('CLARION-BACKUP\n\u0009', 'latin1'), /newer version of Clarion/],
  ])('%s is refused when it is chosen', async (_, bytes, words) => {
    const { b } = twoDevices()
    writeFileSync(b.path, bytes())
    expect(await problemOf(b.bridge.chooseBackup({}))).toMatch(words)
  })

  it('a folder and a missing file are refused', async () => {
    const { b, folder } = twoDevices()
    b.user.path = folder
    expect(await problemOf(b.bridge.chooseBackup({}))).toMatch(/Couldn’t read the file/)
    b.user.path = join(folder, 'gone')
    expect(await problemOf(b.bridge.chooseBackup({}))).toMatch(/Couldn’t read the file/)
  })

  it('a wrong passphrase says so, and another one can be tried', async () => {
    const { a, b } = twoDevices()
    await backUp(a, [a.workspaces.add(ONE).id])
    const { restoreId, opened } = await openBackup(b, 'wrong')
    expect(await problemOf(Promise.resolve(opened))).toMatch(/This passphrase doesn’t open the backup/)
    expect((await b.bridge.openBackup({ restoreId, passphrase: PASSPHRASE })).ok).toBe(true)
  })

  it('a file that was changed after it was checked gives no rows', async () => {
    const { a, b } = twoDevices()
    const one = a.workspaces.add(ONE)
    await backUp(a, [one.id], [{ workspaceId: one.id, table: 'drafts', rows: [DRAFT] }])
    const { restoreId, opened } = await openBackup(b)
    expect(opened.ok).toBe(true)
    const bytes = readFileSync(b.path)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    writeFileSync(b.path, bytes)
    expect(await problemOf(b.bridge.readBackupPart({ restoreId, workspaceId: one.id, part: 0 }))).toMatch(/damaged/)
  })

  const MADE = { kind: 'made', v: 1, at: 1, computer: 'c', settings: {}, theme: 'system', language: 'system' }
  const WORKSPACE = {
    ...{ kind: 'workspace', id: 'w', name: 'Shop', baseUrl: ONE.baseUrl, isTest: false, keyPrint: null },
    apiKey: ONE.apiKey,
  }
  const ROWS = { kind: 'rows', workspaceId: 'w', table: 'drafts', rows: [DRAFT] }
  const END = { kind: 'end', parts: 1 }

  it.each([
    ['whole', [MADE, WORKSPACE, ROWS, END], 'it worked'],
    ['without its first line', [WORKSPACE, ROWS, END], /doesn’t know/],
    ['without its last line', [MADE, WORKSPACE, ROWS], /damaged or incomplete/],
    ['with rows after its last line', [MADE, WORKSPACE, ROWS, END, ROWS], /doesn’t know/],
    ['with a part less than counted', [MADE, WORKSPACE, END], /damaged or incomplete/],
    ['with rows of no workspace', [MADE, ROWS, END], /doesn’t know/],
    ['with a workspace twice', [MADE, WORKSPACE, WORKSPACE, ROWS, END], /doesn’t know/],
    ['with rows of a later version', [{ ...MADE, v: 2 }, WORKSPACE, ROWS, END], /doesn’t know/],
    ['with a table of a later version', [MADE, WORKSPACE, { ...ROWS, table: 'tasks' }, END], /doesn’t know/],
    [
      'with a part of too many rows',
      [MADE, WORKSPACE, { ...ROWS, rows: Array(1_001).fill(DRAFT) }, END],
      /doesn’t know/,
    ],
    ['with a key that is none', [MADE, { ...WORKSPACE, apiKey: 'a\nb' }, ROWS, END], /doesn’t know/],
    [
      'with more workspaces than anybody has',
      [MADE, ...Array.from({ length: 101 }, (_, index) => ({ ...WORKSPACE, id: `w${index}` })), { ...END, parts: 0 }],
      /doesn’t know/,
    ],
  ])('a sealed file %s', async (_, lines, outcome) => {
    const { b } = twoDevices()
    writeFileSync(b.path, await sealLines(lines.map((line) => JSON.stringify(line))))
    const { opened } = await openBackup(b)
    expect(await problemOf(Promise.resolve(opened))).toMatch(outcome)
  })

  it('a server that is none is refused', async () => {
    const { b } = twoDevices()
    const lines = [MADE, { ...WORKSPACE, baseUrl: 'javascript:alert(1)' }, ROWS, END]
    writeFileSync(b.path, await sealLines(lines.map((line) => JSON.stringify(line))))
    const { restoreId } = await openBackup(b)
    expect(await problemOf(b.bridge.takeWorkspace({ restoreId, workspaceId: 'w' }))).toMatch(/no server address/)
    expect(b.workspaces.list()).toEqual([])
  })
})

describe('writing a backup', () => {
  it.each([
    ['ENOSPC', /disk is full/],
    ['EROFS', /read-only/],
    ['EACCES', /permission/],
  ])('%s ends it, leaves no file, and says why', async (code, words) => {
    const { a, folder } = twoDevices()
    const one = a.workspaces.add(ONE)
    const error = Object.assign(new Error('no'), { code })
    let written = 0
    a.disk.wrap = (file) => ({
      ...file,
      append: (content) => (++written > 1 ? Promise.reject(error) : file.append(content)),
    })
    const begun = valueOf(await a.bridge.beginBackup({ passphrase: PASSPHRASE, workspaceIds: [one.id], settings: {} }))
    const backupId = begun?.backupId ?? ''
    const rows = [{ ...DRAFT, text: 'x'.repeat(100_000) }]
    expect(await problemOf(a.bridge.addToBackup({ backupId, workspaceId: one.id, table: 'drafts', rows }))).toMatch(
      words,
    )
    expect(await problemOf(a.bridge.endBackup({ backupId, isWhole: true }))).toMatch(/already ended/)
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves the file that was there when it is stopped or its page goes', async () => {
    const { a, folder } = twoDevices()
    const one = a.workspaces.add(ONE)
    writeFileSync(a.path, 'the backup of yesterday')
    const input = { passphrase: PASSPHRASE, workspaceIds: [one.id], settings: {} }
    const first = valueOf(await a.bridge.beginBackup(input))
    expect(readdirSync(folder)).toHaveLength(2)
    valueOf(await a.bridge.endBackup({ backupId: first?.backupId ?? '', isWhole: false }))
    expect(readdirSync(folder)).toHaveLength(1)
    const second = valueOf(await a.bridge.beginBackup(input))
    a.backups.pageGone()
    expect(await problemOf(a.bridge.endBackup({ backupId: second?.backupId ?? '', isWhole: true }))).toMatch(/ended/)
    expect(readdirSync(folder)).toEqual(['one.clarion-backup'])
    expect(readFileSync(a.path, 'utf8')).toBe('the backup of yesterday')
  })

  it('takes rows of the named workspaces only', async () => {
    const { a } = twoDevices()
    const [one, two] = [a.workspaces.add(ONE), a.workspaces.add(TWO)]
    const begun = valueOf(await a.bridge.beginBackup({ passphrase: PASSPHRASE, workspaceIds: [one.id], settings: {} }))
    const input = { backupId: begun?.backupId ?? '', workspaceId: two.id, table: 'drafts', rows: [DRAFT] } as const
    expect((await a.bridge.addToBackup(input)).ok).toBe(false)
  })

  it('does nothing when the user cancels', async () => {
    const { a, folder } = twoDevices()
    a.user.path = null
    const input = { passphrase: PASSPHRASE, workspaceIds: [], settings: {} }
    expect(valueOf(await a.bridge.beginBackup(input))).toBeNull()
    expect(valueOf(await a.bridge.chooseBackup({}))).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })
})
