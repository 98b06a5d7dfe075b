import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { madeOnce } from './made-once.ts'

let cache = ''

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'clarion-made-once-'))
})

afterEach(() => rmSync(cache, { recursive: true }))

const write = (text: string) => (folder: string) => Promise.resolve(writeFileSync(join(folder, 'file'), text))
const refuse = (): Promise<void> => Promise.reject(new Error('made twice'))

describe('madeOnce', () => {
  it('makes a folder once, and finds it again', async () => {
    const made = await madeOnce(cache, { kind: '10', key: 'a' }, write('first'))
    expect(await madeOnce(cache, { kind: '10', key: 'a' }, refuse)).toBe(made)
    expect(readFileSync(join(made, 'file'), 'utf8')).toBe('first')
  })

  it('makes it again for another key, and keeps only that one of its kind', async () => {
    await madeOnce(cache, { kind: '10', key: 'a' }, write('first'))
    await madeOnce(cache, { kind: '100', key: 'a' }, write('other kind'))
    const made = await madeOnce(cache, { kind: '10', key: 'b' }, write('second'))
    expect(readFileSync(join(made, 'file'), 'utf8')).toBe('second')
    expect(readdirSync(cache).toSorted()).toEqual(['10-b', '100-a'])
  })

  it('leaves nothing behind when it cannot be made', async () => {
    const fail = async (folder: string): Promise<void> => {
      await write('half')(folder)
      throw new Error('the app did not start')
    }
    await expect(madeOnce(cache, { kind: '10', key: 'a' }, fail)).rejects.toThrow('the app did not start')
    expect(readdirSync(cache)).toEqual([])
  })

  it('removes what a killed run has left, and not what another run is making', async () => {
    // No process has this number; the parent of this one runs.
    for (const pid of [999_999_999, process.ppid]) mkdirSync(join(cache, `.making-${pid}`))
    await madeOnce(cache, { kind: '10', key: 'a' }, write('first'))
    expect(readdirSync(cache).toSorted()).toEqual([`.making-${process.ppid}`, '10-a'])
  })

  it('takes the folder of another run that was faster', async () => {
    const path = join(cache, '10-a')
    const made = await madeOnce(cache, { kind: '10', key: 'a' }, async (folder) => {
      mkdirSync(path)
      await write('theirs')(path)
      await write('ours')(folder)
    })
    expect(readFileSync(join(made, 'file'), 'utf8')).toBe('theirs')
    expect(readdirSync(cache)).toEqual(['10-a'])
  })
})
