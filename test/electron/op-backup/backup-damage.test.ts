import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { makeBackupFile } from '../../../electron/op-backup/backup-file.ts'
import { OpBackup } from '../../../electron/op-backup/backup.ts'
import { makeKeyring, makeVault } from '../fake-keyring.ts'

const NOW = 1_700_000_000_000
let path: string
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  path = join(folder, 'journals', 'w.jsonl')
})

const open = (): OpBackup =>
  new OpBackup(
    makeBackupFile(path, () => NOW),
    makeVault(makeKeyring()),
  )
const names = (): readonly string[] => readdirSync(dirname(path)).toSorted()

function begin(): OpBackup {
  const backup = open()
  const { installId } = backup.opened(null)
  backup.opened(installId)
  backup.remember([{ opId: 'a', payload: '{}' }])
  return backup
}

it.each([
  ['empty', () => writeFileSync(path, '')],
  ['of zeros', () => writeFileSync(path, new Uint8Array(500))],
  ['binary', () => writeFileSync(path, new Uint8Array([0xff, 0xfe, 0x0a, 0x00]))],
  ['full of JSON that is not a line', () => writeFileSync(path, '7\nnull\n[]\n"accept"\n{}\n')],
])('a backup that is %s counts as empty and works again', (_, damage) => {
  begin()
  damage()
  const backup = open()
  expect(backup.opened('install-1')).toMatchObject({ isLost: false, lostOps: [] })
  backup.remember([{ opId: 'b', payload: '{}' }])
  expect(open().opened('install-1').rememberedIds).toEqual(['b'])
})

it.each([
  ['a folder', () => (rmSync(path), mkdirSync(join(path, 'full'), { recursive: true }))],
  ['huge', () => truncateSync(path, 3_000_000_000)],
])('a backup that is %s is moved aside, and a new one works', (_, damage) => {
  begin()
  damage()
  const backup = open()
  expect(backup.opened('install-1')).toMatchObject({ isLost: false })
  expect(names()).toContain(`w.jsonl.damaged-${NOW}`)
  backup.remember([{ opId: 'b', payload: '{}' }])
  expect(open().opened('install-1').rememberedIds).toEqual(['b'])
  backup.remove()
  expect(names()).toEqual([])
})

it('a file with the name of the backup folder is moved aside', () => {
  writeFileSync(dirname(path), 'a file')
  begin()
  expect(open().opened(null).lostOps).toHaveLength(1)
  expect(readFileSync(`${dirname(path)}.damaged-${NOW}`, 'utf8')).toBe('a file')
})

it('a byte order mark damages only its own line of a backup', () => {
  begin()
  writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8')}`)
  expect(open().opened(null).lostOps).toHaveLength(1)
})

it('lines of a newer version stay when the backup is rewritten', () => {
  const later = '{"later":"a","of":"install-1"}'
  const backup = begin()
  writeFileSync(path, `${readFileSync(path, 'utf8')}${later}\n`)
  open().forget(['a'])
  expect(readFileSync(path, 'utf8')).toContain(later)
  backup.remove()
  expect(names()).toEqual([])
})
