import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makeFolder, startOn } from '../../../support/unusable-profile.ts'

/** Mounts a small file system, which can be full or read-only also for root. Root ignores a folder's permissions. */
function mountSmall(): string {
  const folder = makeFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder])
  // Unmount before the folder is removed.
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  return folder
}

/** Fills the disk. */
function fill(folder: string): void {
  for (let count = 0; count < 1_000; count++) {
    try {
      writeFileSync(join(folder, `fill-${count}`), new Uint8Array(4_096))
    } catch {
      return
    }
  }
}

it('app shows the reason and the path when the profile is read-only', async () => {
  const folder = mountSmall()
  execFileSync('mount', ['-o', 'remount,ro', folder])
  const { code, shown } = await startOn(folder)
  expect(code).toBe(1)
  // Linux shows no dialog before the app is ready.
  expect(shown).toMatch(/^true\nClarion couldn’t start\n/)
  expect(shown).toContain(folder)
  expect(shown).toContain('read-only')
})

it('app shows the reason and the path when the disk is full', async () => {
  const folder = mountSmall()
  fill(folder)
  const { code, shown } = await startOn(folder)
  expect(code).toBe(1)
  expect(shown).toContain(folder)
  expect(shown).toContain('disk is full')
})
