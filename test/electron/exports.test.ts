import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { beginExportFile } from '../../electron/export-file.ts'
import { type ExportSaver, fileName, makeExporter } from '../../electron/exports.ts'

const ANA = { name: 'Ana', format: 'csv' } as const

/** Writes to a folder of its own; the person always says `Ana.csv`, or would rather not. */
async function setUp({ isRefused = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'clarion-exports-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const asked: unknown[] = []
  const path = join(folder, 'Ana.csv')
  const choice = { made: Promise.resolve<void>(undefined) }
  const exporter = makeExporter(
    {
      choose: async (file) => {
        asked.push(file)
        await choice.made
        return isRefused ? null : path
      },
      begin: beginExportFile,
    },
    () => {},
  )
  const begin = async (): Promise<string> => {
    const begun = await exporter.beginExport(ANA)
    if (!begun.ok || begun.value === null) return expect.fail('it did not begin')
    expect(begun.value.fileName).toBe('Ana.csv')
    return begun.value.exportId
  }
  return {
    ...exporter,
    asked,
    folder,
    path,
    choice,
    begin,
    list: () => readdir(folder),
    read: () => readFile(path, 'utf8'),
  }
}

/** What a disk says, at one of its moments. */
function aBadDisk(moment: 'begin' | 'append' | 'keep', code: string, drop = (): void => {}) {
  const say = (at: typeof moment): Promise<void> =>
    at === moment ? Promise.reject(Object.assign(new Error('secret path'), { code })) : Promise.resolve()
  let dropped = 0
  const dropOne = (): void => {
    dropped += 1
    drop()
  }
  const logged: string[] = []
  const saver: ExportSaver = {
    choose: () => Promise.resolve('C:\\Users\\ana\\Ana.csv'),
    begin: async () => {
      await say('begin')
      return { append: () => say('append'), keep: () => say('keep'), drop: dropOne }
    },
  }
  return { ...makeExporter(saver, (event) => logged.push(event)), logged, dropped: () => dropped }
}

const MOMENTS = ['begin', 'append', 'keep'] as const

describe('saving an export in one piece', () => {
  it('writes where the person says, and tells the window the name alone', async () => {
    const { saveExport, asked, list, read } = await setUp()
    expect(await saveExport({ ...ANA, content: 'a,b' })).toEqual({ ok: true, value: { fileName: 'Ana.csv' } })
    expect(asked).toEqual([{ name: 'Ana.csv', extension: 'csv', label: 'CSV' }])
    expect(await read()).toBe('a,b')
    expect(await list()).toEqual(['Ana.csv'])
  })

  it('writes nothing when the person would rather not', async () => {
    const { saveExport, list } = await setUp({ isRefused: true })
    expect(await saveExport({ ...ANA, content: 'a,b' })).toEqual({ ok: true, value: { fileName: null } })
    expect(await list()).toEqual([])
  })

  it.each([
    ['ENOSPC', 'There is no room left on that disk.'],
    ['EACCES', 'That folder or file may not be written to.'],
    ['ENOENT', 'That folder is not there any more.'],
    ['EWEIRD', 'The file could not be written.'],
  ])('says why it could not: %s', async (code, words) => {
    for (const moment of MOMENTS) {
      const disk = aBadDisk(moment, code)
      const answer = await disk.saveExport({ ...ANA, content: 'a' })
      expect(answer).toEqual({ ok: false, failure: { kind: 'refused', words } })
      expect(disk.dropped()).toBe(moment === 'begin' ? 0 : 1)
    }
  })
})

describe('saving an export piece by piece', () => {
  it('has its name only at the end, and what was there before until then', async () => {
    const { begin, appendExport, endExport, list, read, path } = await setUp()
    await writeFile(path, 'before')
    const exportId = await begin()
    await appendExport({ exportId, content: 'a,' })
    await appendExport({ exportId, content: 'é👩‍👧\r\n' })
    expect(await read()).toBe('before')
    expect(await endExport({ exportId, isWhole: true })).toEqual({ ok: true, value: null })
    expect(await read()).toBe('a,é👩‍👧\r\n')
    expect(await list()).toEqual(['Ana.csv'])
  })

  it('begins nothing when the person would rather not', async () => {
    const { beginExport, list } = await setUp({ isRefused: true })
    expect(await beginExport(ANA)).toEqual({ ok: true, value: null })
    expect(await list()).toEqual([])
  })

  it.each(['cancelled', 'the window is gone', 'another one is begun'])('leaves nothing half: %s', async (why) => {
    const { begin, appendExport, endExport, pageGone, list, read, path } = await setUp()
    await writeFile(path, 'before')
    const exportId = await begin()
    await appendExport({ exportId, content: 'half' })
    expect(await list()).toHaveLength(2)
    if (why === 'cancelled') await endExport({ exportId, isWhole: false })
    else if (why === 'the window is gone') pageGone()
    else await endExport({ exportId: await begin(), isWhole: false })
    expect(await list()).toEqual(['Ana.csv'])
    expect(await read()).toBe('before')
    const late = await appendExport({ exportId, content: 'late' })
    expect(late).toEqual({ ok: false, failure: { kind: 'refused', words: 'This export is over.' } })
    expect(await endExport({ exportId, isWhole: true })).toMatchObject({ ok: false })
  })

  it.each(MOMENTS)('is over when the disk refuses at %s', async (moment) => {
    const disk = aBadDisk(moment, 'ENOSPC')
    const begun = await disk.beginExport(ANA)
    const exportId = begun.ok ? (begun.value?.exportId ?? '') : ''
    const appended = await disk.appendExport({ exportId, content: 'a' })
    const kept = await disk.endExport({ exportId, isWhole: true })
    const first = [begun, appended, kept].find((one) => !one.ok)
    expect(first).toMatchObject({ failure: { words: 'There is no room left on that disk.' } })
    expect(kept.ok).toBe(false)
    expect(disk.dropped()).toBe(moment === 'begin' ? 0 : 1)
  })
})

describe('when nobody is there any more', () => {
  it('what the person was still asked about does not begin', async () => {
    const { beginExport, pageGone, choice, list } = await setUp()
    let choose = (): void => {}
    choice.made = new Promise((resolve) => (choose = resolve))
    const asked = beginExport(ANA)
    pageGone()
    choose()
    expect(await asked).toEqual({ ok: true, value: null })
    expect(await list()).toEqual([])
  })

  it('the next page may begin at once, and is not ended by what became of the one before', async () => {
    const { begin, appendExport, endExport, pageGone, list, read } = await setUp()
    const first = await begin()
    const writing = appendExport({ exportId: first, content: 'x'.repeat(100_000) })
    pageGone()
    const second = await begin()
    await writing
    await appendExport({ exportId: second, content: 'whole' })
    expect(await endExport({ exportId: second, isWhole: true })).toEqual({ ok: true, value: null })
    expect([await list(), await read()]).toEqual([['Ana.csv'], 'whole'])
  })
})

describe('a disk that refuses everything', () => {
  it('is told of by its own reason, and what stayed behind is noted', async () => {
    const disk = aBadDisk('append', 'ENOSPC', () => {
      throw Object.assign(new Error('secret path'), { code: 'EPERM' })
    })
    const words = 'There is no room left on that disk.'
    const begun = await disk.beginExport(ANA)
    const exportId = begun.ok ? (begun.value?.exportId ?? '') : ''
    expect(await disk.appendExport({ exportId, content: 'a' })).toMatchObject({ ok: false, failure: { words } })
    expect(await disk.saveExport({ ...ANA, content: 'a' })).toMatchObject({ ok: false, failure: { words } })
    expect(disk.logged).toEqual(['export-not-removed', 'export-not-removed'])
  })

  it('because its folder is gone, leaves nothing and says so', async () => {
    const { begin, beginExport, endExport, folder } = await setUp()
    const exportId = await begin()
    await rm(folder, { recursive: true })
    const failure = { kind: 'refused', words: 'That folder is not there any more.' }
    expect(await endExport({ exportId, isWhole: true })).toEqual({ ok: false, failure })
    expect(await beginExport(ANA)).toEqual({ ok: false, failure })
  })
})

describe('the name of a file', () => {
  it.each([
    ['Ana Souza', 'Ana Souza'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['.hidden', 'hidden'],
    ['dots...', 'dots'],
    ['CON', 'Clarion export'],
    ['', 'Clarion export'],
    ['   ', 'Clarion export'],
    ['gpj.\u202eexe', 'gpj.-exe'],
    ['line\nbreak\u0000', 'line-break-'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
  ])('%j', (wanted, name) => expect(fileName(wanted)).toBe(name))

  it('leads nowhere else and is short, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (wanted) => {
        const name = fileName(wanted)
        expect(name).not.toMatch(/[\\/]|^\.|^$/)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240)
      }),
    )
  })
})
