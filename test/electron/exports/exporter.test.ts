import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeExportFiles, markOf } from '../../../electron/exports/export-file.ts'
import { type ExportSaver, fileName, makeExporter } from '../../../electron/exports/exporter.ts'

const MARK = markOf('/home/ana/.config/Clarion')
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
      begin: makeExportFiles(MARK, () => {}),
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

describe('what an export leaves that was killed', () => {
  const ID = '0b9a4c9e-1f4e-4c39-9d3a-5d0f3c1f2a11'
  const KILLED = `.clarion-${MARK}-${ID}.part`

  it('goes when the next one to its folder begins, whatever becomes of that', async () => {
    const { begin, endExport, folder, list } = await setUp()
    await writeFile(join(folder, KILLED), 'half')
    const exportId = await begin()
    expect(await list()).not.toContain(KILLED)
    await endExport({ exportId, isWhole: false })
    expect(await list()).toEqual([])
  })

  it('goes alone: not what somebody else writes there, not what is only called like it', async () => {
    const { saveExport, folder, list } = await setUp()
    const others = [
      `.clarion-${markOf('/home/bob/.config/Clarion')}-${ID}.part`,
      `.clarion-${ID}.part`,
      `.clarion-${MARK}-notes.part`,
      `.clarion-${MARK}-${ID}.part.csv`,
      `x.clarion-${MARK}-${ID}.part`,
    ]
    for (const name of others) await writeFile(join(folder, name), 'theirs')
    const aFolder = KILLED.replace('2a11', '2a12')
    await mkdir(join(folder, aFolder))
    await writeFile(join(folder, KILLED), 'half')
    expect(await saveExport({ ...ANA, content: 'a' })).toMatchObject({ ok: true })
    expect((await list()).toSorted()).toEqual(['Ana.csv', aFolder, ...others].toSorted())
  })

  it('is not what is being written now', async () => {
    const { begin, appendExport, endExport, saveExport, path, read } = await setUp()
    const exportId = await begin()
    await appendExport({ exportId, content: 'the long one' })
    await saveExport({ ...ANA, content: 'the short one' })
    expect(await readFile(path, 'utf8')).toBe('the short one')
    expect(await endExport({ exportId, isWhole: true })).toEqual({ ok: true, value: null })
    expect(await read()).toBe('the long one')
  })
})

describe('a name that is a link', () => {
  it.each([
    ['to a file', true],
    ['to nothing yet', false],
  ])('%s stays one: what it points at is written, in its own folder', async (_, isThere) => {
    const { begin, appendExport, endExport, folder, path, list } = await setUp()
    const elsewhere = join(folder, 'elsewhere')
    await mkdir(elsewhere)
    // A link to a link, each by a name that holds in its own folder alone.
    await symlink('elsewhere/link', path)
    await symlink('Real.csv', join(elsewhere, 'link'))
    if (isThere) await writeFile(join(elsewhere, 'Real.csv'), 'before')
    const exportId = await begin()
    expect((await readdir(elsewhere)).filter((name) => name.endsWith('.part'))).toHaveLength(1)
    await appendExport({ exportId, content: 'after' })
    expect(await endExport({ exportId, isWhole: true })).toEqual({ ok: true, value: null })
    expect(await readlink(path)).toBe('elsewhere/link')
    expect((await lstat(join(elsewhere, 'Real.csv'))).isFile()).toBe(true)
    expect(await readFile(path, 'utf8')).toBe('after')
    expect([await list(), await readdir(elsewhere)]).toEqual([
      ['Ana.csv', 'elsewhere'],
      ['Real.csv', 'link'],
    ])
  })

  it('that leads round in a circle or to a folder that is gone is refused, and stays', async () => {
    const { beginExport, path, list } = await setUp()
    await symlink('Ana.csv', path)
    expect(await beginExport(ANA)).toMatchObject({ ok: false, failure: { words: 'The file could not be written.' } })
    await rm(path)
    await symlink('gone/Ana.csv', path)
    const failure = { words: 'That folder is not there any more.' }
    expect(await beginExport(ANA)).toMatchObject({ ok: false, failure })
    expect(await list()).toEqual(['Ana.csv'])
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
    ['❤️ Ana', '❤️ Ana'],
    ['con', 'Clarion export'],
    ['CON.ana', 'Clarion export'],
    ['nul .txt', 'Clarion export'],
    ['COM1', 'Clarion export'],
    ['LPT³', 'Clarion export'],
    ['CONIN$', 'Clarion export'],
    ['Conrad', 'Conrad'],
    ['Ana. . .', 'Ana'],
    ['Ana\u3000.', 'Ana'],
    ['\u200b\u2060\u3164', 'Clarion export'],
    ['\u2800', 'Clarion export'],
    ['A\u200bna\u00ad', 'Ana'],
    ['\u2066Ana\u2069', '-Ana-'],
    ['Ana\ud83d', 'Ana-'],
    ['e\u0301', 'é'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['x'.repeat(300), 'x'.repeat(60)],
    ['日'.repeat(300), '日'.repeat(60)],
    ['👩‍👩‍👧'.repeat(300), '👩‍👩‍👧'.repeat(11)],
    [`${'x'.repeat(59)}. Ana`, 'x'.repeat(59)],
    [`e${'\u0301\u0302'.repeat(400)}`, `é${'\u0302\u0301'.repeat(29)}\u0302`],
  ])('%j', (wanted, name) => expect(fileName(wanted)).toBe(name))

  it('leads nowhere else and is short, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (wanted) => {
        const name = fileName(wanted)
        expect(name).not.toMatch(/[\\/]|^[.\s]|[.\s]$|^$|[\p{Cc}\p{Surrogate}\u202a-\u202e]/u)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240)
      }),
    )
  })
})
