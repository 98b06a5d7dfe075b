import { describe, expect, it, vi } from 'vitest'
import { makeCarryOver } from '../../../electron/carry-over/carry-over.ts'
import type { OldFiles } from '../../../electron/carry-over/old-files.ts'
import { type HiddenPage, type OldData, readOldData } from '../../../electron/carry-over/old-page.ts'

const ONE = { databaseName: 'clarion-1', version: 3, nextSeq: 8, parts: [{ table: 'drafts', rows: [{ text: 'a' }] }] }
const TWO = { ...ONE, databaseName: 'clarion-2', parts: [] }
const DATA: OldData = { databases: [ONE, TWO], settings: { density: 'compact' }, isUnreadable: false }

function start(data: Partial<OldData> | Error = {}, forgotten: readonly string[] = []) {
  const log: string[] = []
  const files = { id: 'c', done: () => ['clarion-done'], finish: vi.fn(), remove: vi.fn() } satisfies OldFiles
  const read = vi.fn(async (_unwanted: readonly string[]) => {
    if (data instanceof Error) throw data
    return { ...DATA, ...data }
  })
  const { bridge, forget } = makeCarryOver({ files, read, forgotten, log: (event) => log.push(event) })
  const carryOver = { ...bridge, forget }
  return { carryOver, files, read, log }
}

describe('the carry-over in main', () => {
  it('is empty without old files', async () => {
    const read = vi.fn()
    const { bridge: carryOver } = makeCarryOver({ files: null, read, forgotten: [], log: () => {} })
    expect(await carryOver.beginCarryOver({})).toMatchObject({
      value: { databases: [], settings: {}, isUnreadable: false },
    })
    await carryOver.endCarryOver({ databaseNames: [] })
    expect(read).not.toHaveBeenCalled()
  })

  it('reads once, and only when the window asks', async () => {
    const { carryOver, read } = start()
    expect(read).not.toHaveBeenCalled()
    await Promise.all([carryOver.beginCarryOver({}), carryOver.beginCarryOver({})])
    await carryOver.beginCarryOver({})
    expect(read).toHaveBeenCalledOnce()
  })

  it('reads neither what is done nor what the user asked to delete', async () => {
    const { carryOver, read } = start({}, ['clarion-forgotten'])
    await carryOver.forget('clarion-2')
    await carryOver.beginCarryOver({})
    expect(read.mock.calls).toEqual([[['clarion-done', 'clarion-forgotten', 'clarion-2']]])
  })

  it('hands over each part', async () => {
    const { carryOver } = start()
    const { parts: _, ...one } = ONE
    expect(await carryOver.beginCarryOver({})).toEqual({
      ok: true,
      value: {
        id: 'c',
        databases: [
          { ...one, parts: 1 },
          { ...one, databaseName: 'clarion-2', parts: 0 },
        ],
        settings: { density: 'compact' },
        isUnreadable: false,
      },
    })
    const read = (databaseName: string, part: number) => carryOver.readCarriedPart({ databaseName, part })
    expect(await read('clarion-1', 0)).toEqual({ ok: true, value: ONE.parts[0] })
    for (const call of [read('clarion-1', 1), read('clarion-2', 0), read('clarion-3', 0)])
      expect(await call).toMatchObject({ ok: false, failure: { kind: 'refused' } })
  })

  it('deletes the files after the last database, and forgets its rows', async () => {
    const { carryOver, files } = start()
    await carryOver.beginCarryOver({})
    await carryOver.endCarryOver({ databaseNames: ['clarion-1'] })
    expect(files.finish.mock.calls).toEqual([[['clarion-1']]])
    expect(await carryOver.readCarriedPart({ databaseName: 'clarion-1', part: 0 })).toMatchObject({ ok: false })
    expect(files.remove).not.toHaveBeenCalled()
    await carryOver.endCarryOver({ databaseNames: ['clarion-2'] })
    expect(files.remove).toHaveBeenCalledOnce()
  })

  it('deletes the files at once when there is no workspace and no setting in them', async () => {
    const { carryOver, files } = start({ databases: [], settings: {} })
    await carryOver.beginCarryOver({})
    expect(files.remove).toHaveBeenCalledOnce()
  })

  it('waits for the window to take the settings', async () => {
    const { carryOver, files } = start({ databases: [] })
    await carryOver.beginCarryOver({})
    expect(files.remove).not.toHaveBeenCalled()
    await carryOver.endCarryOver({ databaseNames: [] })
    expect(files.remove).toHaveBeenCalledOnce()
  })

  it('keeps the files when a database in them cannot be read', async () => {
    const { carryOver, files } = start({ isUnreadable: true })
    await carryOver.beginCarryOver({})
    await carryOver.endCarryOver({ databaseNames: ['clarion-1', 'clarion-2'] })
    expect(files.remove).not.toHaveBeenCalled()
    expect(await carryOver.beginCarryOver({})).toMatchObject({ value: { databases: [], isUnreadable: true } })
  })

  it('keeps the files and says so when nothing can be read', async () => {
    const { carryOver, files, log } = start(new Error('gone'))
    expect(await carryOver.beginCarryOver({})).toMatchObject({ value: { databases: [], isUnreadable: true } })
    await carryOver.endCarryOver({ databaseNames: [] })
    expect(files.remove).not.toHaveBeenCalled()
    expect(log).toEqual(['carry-over-not-read'])
  })

  it('says so when the files cannot be moved', async () => {
    const { bridge: carryOver } = makeCarryOver({ files: 'stuck', read: vi.fn(), forgotten: [], log: () => {} })
    expect(await carryOver.beginCarryOver({})).toMatchObject({ value: { isUnreadable: true } })
  })

  it('drops the old data of a workspace that the user removes', async () => {
    const { carryOver, files } = start()
    await carryOver.beginCarryOver({})
    await carryOver.forget('clarion-of-another')
    expect(files.finish).not.toHaveBeenCalled()
    await carryOver.forget('clarion-1')
    expect(files.finish.mock.calls).toEqual([[['clarion-1']]])
  })
})

/** A page that answers its scripts in this order. */
function pageWith(
  answers: readonly unknown[],
): HiddenPage & { readonly scripts: string[]; readonly close: () => void } {
  const left = [...answers]
  const scripts: string[] = []
  const run = (script: string): Promise<unknown> => {
    scripts.push(script)
    const answer = left.shift()
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  return { scripts, run, close: vi.fn() }
}

describe('readOldData', () => {
  const BEGUN = {
    databases: [ONE, TWO].map(({ parts: _, ...database }) => database),
    settings: {},
    isUnreadable: false,
  }

  it('asks for one part after the other, and closes the page', async () => {
    const parts = ONE.parts.map((part) => ({ ...part, databaseName: 'clarion-1' }))
    const page = pageWith([BEGUN, ...parts, null])
    expect(await readOldData(page, ["a'b"])).toEqual({ databases: [ONE, TWO], settings: {}, isUnreadable: false })
    expect(page.scripts).toEqual([`carryOver.begin(["a'b"])`, 'carryOver.next()', 'carryOver.next()'])
    expect(page.close).toHaveBeenCalledOnce()
  })

  it.each([
    ['the page is gone', [BEGUN, new Error('gone')]],
    ['an answer is none', [undefined]],
    ['a part is none', [BEGUN, { databaseName: 'clarion-1' }]],
  ])('rejects and closes the page when %s', async (_, answers) => {
    const page = pageWith(answers)
    await expect(readOldData(page, [])).rejects.toThrow()
    expect(page.close).toHaveBeenCalledOnce()
  })
})
