import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExportSaver, fileName, saveExport } from '../../electron/exports.ts'

const ANA = { name: 'Ana', format: 'csv', content: 'a,b' } as const

function aSaver(chosen: string | null, error?: Error) {
  const asked: unknown[] = []
  const written: unknown[] = []
  const saver: ExportSaver = {
    choose: (file) => {
      asked.push(file)
      return Promise.resolve(chosen)
    },
    write: (path, content) => {
      if (error !== undefined) return Promise.reject(error)
      written.push([path, content])
      return Promise.resolve()
    },
  }
  return { saver, asked, written }
}

describe('saving an export', () => {
  it('writes where the person says, and tells the window the name alone', async () => {
    const { saver, asked, written } = aSaver('/home/ana/My files/Ana.csv')
    expect(await saveExport(saver, ANA)).toEqual({ ok: true, value: { fileName: 'Ana.csv' } })
    expect(asked).toEqual([{ name: 'Ana.csv', extension: 'csv', label: 'CSV' }])
    expect(written).toEqual([['/home/ana/My files/Ana.csv', 'a,b']])
    const windows = aSaver('C:\\Users\\ana\\Ana.csv')
    expect(await saveExport(windows.saver, ANA)).toMatchObject({ value: { fileName: 'Ana.csv' } })
  })

  it('writes nothing when the person would rather not', async () => {
    const { saver, written } = aSaver(null)
    expect(await saveExport(saver, ANA)).toEqual({ ok: true, value: { fileName: null } })
    expect(written).toEqual([])
  })

  it.each([
    ['ENOSPC', 'There is no room left on that disk.'],
    ['EACCES', 'That folder or file may not be written to.'],
    ['EWEIRD', 'The file could not be written.'],
  ])('says why it could not: %s', async (code, words) => {
    const { saver } = aSaver('/full/Ana.csv', Object.assign(new Error('secret path'), { code }))
    expect(await saveExport(saver, ANA)).toEqual({ ok: false, failure: { kind: 'refused', words } })
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
