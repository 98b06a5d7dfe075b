import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeExportFiles, markOf } from '../../../electron/exports/export-file.ts'
import { type ExportSaver, fileName, makeExporter } from '../../../electron/exports/exporter.ts'

const MARK = markOf('/home/ana/.config/Clarion')
const ANA = { name: 'Ana', format: 'csv' } as const

/** Writes to a temporary folder. The user always chooses `Ana.csv`, or cancels. */
async function setUp({ isRefused = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'clarion-exports-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const requested: unknown[] = []
  const path = join(folder, 'Ana.csv')
  const choice = { made: Promise.resolve<void>(undefined) }
  const exporter = makeExporter(
    {
      choose: async (file) => {
        requested.push(file)
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
    requested,
    folder,
    path,
    choice,
    begin,
    list: () => readdir(folder),
    read: () => readFile(path, 'utf8'),
  }
}

/** A disk that fails at one moment. */
function makeFailingDisk(moment: 'begin' | 'append' | 'keep', code: string, drop = (): void => {}) {
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

describe('saveExport', () => {
  it('writes to the chosen path and gives the window only the name', async () => {
    const { saveExport, requested, list, read } = await setUp()
    expect(await saveExport({ ...ANA, content: 'a,b' })).toEqual({ ok: true, value: { fileName: 'Ana.csv' } })
    expect(requested).toEqual([{ name: 'Ana.csv', extension: 'csv', label: 'CSV' }])
    expect(await read()).toBe('a,b')
    expect(await list()).toEqual(['Ana.csv'])
  })

  it('writes nothing when the user cancels', async () => {
    const { saveExport, list } = await setUp({ isRefused: true })
    expect(await saveExport({ ...ANA, content: 'a,b' })).toEqual({ ok: true, value: { fileName: null } })
    expect(await list()).toEqual([])
  })

  it.each([
    ['ENOSPC', 'The disk is full. Free some space, then try again.'],
    ['EACCES', 'You don’t have permission to save here. Choose another folder.'],
    ['ENOENT', 'The folder no longer exists. Choose another folder.'],
    ['EWEIRD', 'Couldn’t write the file. Try again or choose another folder.'],
  ])('gives the reason when the write fails: %s', async (code, text) => {
    for (const moment of MOMENTS) {
      const disk = makeFailingDisk(moment, code)
      const answer = await disk.saveExport({ ...ANA, content: 'a' })
      expect(answer).toEqual({ ok: false, failure: { kind: 'refused', words: text } })
      expect(disk.dropped()).toBe(moment === 'begin' ? 0 : 1)
    }
  })
})

describe('an export in chunks', () => {
  it('replaces the old file only at the end', async () => {
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

  it('does not begin when the user cancels', async () => {
    const { beginExport, list } = await setUp({ isRefused: true })
    expect(await beginExport(ANA)).toEqual({ ok: true, value: null })
    expect(await list()).toEqual([])
  })

  it.each(['it is cancelled', 'the window is gone', 'another one begins'])(
    'leaves no incomplete file when %s',
    async (why) => {
      const { begin, appendExport, endExport, pageGone, list, read, path } = await setUp()
      await writeFile(path, 'before')
      const exportId = await begin()
      await appendExport({ exportId, content: 'half' })
      expect(await list()).toHaveLength(2)
      if (why === 'it is cancelled') await endExport({ exportId, isWhole: false })
      else if (why === 'the window is gone') pageGone()
      else await endExport({ exportId: await begin(), isWhole: false })
      expect(await list()).toEqual(['Ana.csv'])
      expect(await read()).toBe('before')
      const late = await appendExport({ exportId, content: 'late' })
      expect(late).toEqual({
        ok: false,
        failure: { kind: 'refused', words: 'This export has already ended. Start it again.' },
      })
      expect(await endExport({ exportId, isWhole: true })).toMatchObject({ ok: false })
    },
  )

  it.each(MOMENTS)('ends when the disk fails at %s', async (moment) => {
    const disk = makeFailingDisk(moment, 'ENOSPC')
    const begun = await disk.beginExport(ANA)
    const exportId = begun.ok ? (begun.value?.exportId ?? '') : ''
    const appended = await disk.appendExport({ exportId, content: 'a' })
    const kept = await disk.endExport({ exportId, isWhole: true })
    const first = [begun, appended, kept].find(({ ok }) => !ok)
    expect(first).toMatchObject({ failure: { words: 'The disk is full. Free some space, then try again.' } })
    expect(kept.ok).toBe(false)
    expect(disk.dropped()).toBe(moment === 'begin' ? 0 : 1)
  })
})

describe('an export when its page is gone', () => {
  it('does not begin when its dialog was still open', async () => {
    const { beginExport, pageGone, choice, list } = await setUp()
    let choose = (): void => {}
    choice.made = new Promise((resolve) => (choose = resolve))
    const requested = beginExport(ANA)
    pageGone()
    choose()
    expect(await requested).toEqual({ ok: true, value: null })
    expect(await list()).toEqual([])
  })

  it('does not affect the export of the next page', async () => {
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

describe('the temporary file of a killed export', () => {
  const ID = '0b9a4c9e-1f4e-4c39-9d3a-5d0f3c1f2a11'
  const KILLED = `.clarion-${MARK}-${ID}.part`

  it('is removed when the next export to its folder begins', async () => {
    const { begin, endExport, folder, list } = await setUp()
    await writeFile(join(folder, KILLED), 'half')
    const exportId = await begin()
    expect(await list()).not.toContain(KILLED)
    await endExport({ exportId, isWhole: false })
    expect(await list()).toEqual([])
  })

  it('is removed without the files of other programs or similar names', async () => {
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

  it('is not confused with a file that is being written', async () => {
    const { begin, appendExport, endExport, saveExport, path, read } = await setUp()
    const exportId = await begin()
    await appendExport({ exportId, content: 'the long one' })
    await saveExport({ ...ANA, content: 'the short one' })
    expect(await readFile(path, 'utf8')).toBe('the short one')
    expect(await endExport({ exportId, isWhole: true })).toEqual({ ok: true, value: null })
    expect(await read()).toBe('the long one')
  })
})

describe('an export to a symbolic link', () => {
  it.each([
    ['to a file', true],
    ['to a missing file', false],
  ])('keeps %s and writes its target', async (_, isThere) => {
    const { begin, appendExport, endExport, folder, path, list } = await setUp()
    const elsewhere = join(folder, 'elsewhere')
    await mkdir(elsewhere)
    // A link to a link, each with a path relative to its own folder.
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

  it('fails for a circular link or a missing folder and keeps the link', async () => {
    const { beginExport, path, list } = await setUp()
    await symlink('Ana.csv', path)
    expect(await beginExport(ANA)).toMatchObject({
      ok: false,
      failure: { words: 'Couldn’t write the file. Try again or choose another folder.' },
    })
    await rm(path)
    await symlink('gone/Ana.csv', path)
    const failure = { words: 'The folder no longer exists. Choose another folder.' }
    expect(await beginExport(ANA)).toMatchObject({ ok: false, failure })
    expect(await list()).toEqual(['Ana.csv'])
  })
})

describe('an export to a failing disk', () => {
  it('gives the reason and logs a leftover file', async () => {
    const disk = makeFailingDisk('append', 'ENOSPC', () => {
      throw Object.assign(new Error('secret path'), { code: 'EPERM' })
    })
    const text = 'The disk is full. Free some space, then try again.'
    const begun = await disk.beginExport(ANA)
    const exportId = begun.ok ? (begun.value?.exportId ?? '') : ''
    expect(await disk.appendExport({ exportId, content: 'a' })).toMatchObject({ ok: false, failure: { words: text } })
    expect(await disk.saveExport({ ...ANA, content: 'a' })).toMatchObject({ ok: false, failure: { words: text } })
    expect(disk.logged).toEqual(['export-not-removed', 'export-not-removed'])
  })

  it('leaves nothing when its folder is gone', async () => {
    const { begin, beginExport, endExport, folder } = await setUp()
    const exportId = await begin()
    await rm(folder, { recursive: true })
    const failure = { kind: 'refused', words: 'The folder no longer exists. Choose another folder.' }
    expect(await endExport({ exportId, isWhole: true })).toEqual({ ok: false, failure })
    expect(await beginExport(ANA)).toEqual({ ok: false, failure })
  })
})

describe('fileName', () => {
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

  it('never contains a path and is always short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (wanted) => {
        const name = fileName(wanted)
        expect(name).not.toMatch(/[\\/]|^[.\s]|[.\s]$|^$|[\p{Cc}\p{Surrogate}\u202a-\u202e]/u)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240)
      }),
    )
  })
})
