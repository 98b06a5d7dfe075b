import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { realDisk } from '../../../electron/storage/disk.ts'

const opened = vi.hoisted(() => new Map<number, string>())
const synced = vi.hoisted(() => [] as string[])
vi.mock('node:fs', async (load) => {
  const real = await load<typeof fs>()
  return {
    ...real,
    openSync(path: string, ...rest: [string]) {
      const file = real.openSync(path, ...rest)
      opened.set(file, path)
      return file
    },
    fsyncSync(file: number) {
      synced.push(opened.get(file) ?? '')
      real.fsyncSync(file)
    },
  }
})

/** A power cut keeps a name only if its folder was flushed after the name was written. */
it('a file in a new folder is flushed with its name and the name of the folder', () => {
  const folder = fs.mkdtempSync(join(tmpdir(), 'clarion-disk-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true }))
  const path = join(folder, 'keys', 'one.json')
  realDisk.replace(path, '{}')
  expect(synced).toEqual([`${path}.next`, dirname(path), folder])
  synced.length = 0
  realDisk.replace(path, '{}')
  expect(synced).toEqual([`${path}.next`, dirname(path)])
})
