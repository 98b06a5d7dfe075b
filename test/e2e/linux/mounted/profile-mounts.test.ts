import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makeFolder, startOn } from '../../../support/unusable-profile.ts'

/** A small file system of its own: it can be full or read-only for root too, who ignores a folder's permissions. */
function mountSmall(): string {
  const folder = makeFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder])
  // Before the folder is removed.
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  return folder
}

/** Until nothing more fits on it. */
function fill(folder: string): void {
  for (let count = 0; count < 1_000; count++) {
    try {
      writeFileSync(join(folder, `fill-${count}`), new Uint8Array(4_096))
    } catch {
      return
    }
  }
}

it('app tells the reason and the path when the profile is read-only', async () => {
  const folder = mountSmall()
  execFileSync('mount', ['-o', 'remount,ro', folder])
  const { code, shown } = await startOn(folder)
  expect(code).toBe(1)
  // Before the app is ready, Linux shows no box.
  expect(shown).toMatch(/^true\nClarion couldn’t start\n/)
  expect(shown).toContain(folder)
  expect(shown).toContain('read-only')
})

it('app tells the reason and the path when the disk is full', async () => {
  const folder = mountSmall()
  fill(folder)
  const { code, shown } = await startOn(folder)
  expect(code).toBe(1)
  expect(shown).toContain(folder)
  expect(shown).toContain('disk is full')
})
