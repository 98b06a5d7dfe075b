import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeWhole } from '../../../src/export/export-writer.ts'
import { csvCell, csvWriter } from '../../../src/export/write-csv.ts'

const SEPARATORS = [',', ';', '\t', '|', ':', '^', '~', '!', '#', '&', ' ', '\u00a6', '\uff1b', '\u3001']
const QUOTES = ['"', null]

/** An independent reader: splits by one separator, and respects quotation marks at the start of a cell or not at all. */
function splitCells(file: string, separator: string, quote: string | null): readonly string[] {
  const cells: string[] = []
  let at = 0
  while (at <= file.length) {
    let cell = ''
    if (quote !== null && file.startsWith(quote, at)) {
      at += 1
      while (at < file.length && (file[at] !== quote || file[at + 1] === quote)) {
        at += file[at] === quote ? 1 : 0
        cell += file[at] ?? ''
        at += 1
      }
      at += 1
    }
    while (at < file.length && file[at] !== separator && file[at] !== '\n' && file[at] !== '\r') {
      cell += file[at] ?? ''
      at += 1
    }
    cells.push(cell)
    at += 1
  }
  return cells
}

/** A lone sign is no formula. */
const RUNS =
  /^[\s"\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]\s*[^\s"]/u

function runningCells(file: string): readonly string[] {
  return SEPARATORS.flatMap((separator) =>
    QUOTES.flatMap((quote) =>
      splitCells(file, separator, quote)
        .filter((cell) => RUNS.test(cell))
        .map((cell) => `split by ${JSON.stringify(separator)}, quotes ${quote ?? 'ignored'}: ${cell}`),
    ),
  )
}

function fileOf(text: string): string {
  const message = { id: text, at: null, from: text, sender: text, content: text, isSent: true }
  return writeWhole(csvWriter, [
    {
      ...{ conversationId: text, customerName: text, customerPhone: text, customerEmail: text, channel: text },
      ...{ status: text, subject: text, tags: [text, text], held: 'whole', messages: [message, message] },
    },
  ])
}

describe('csvCell', () => {
  it.each([
    'Hello;=1+1;bye',
    'x;@SUM(1+1);y',
    'A;=1+1;B',
    '=1+1',
    ' =1+1',
    '\t=1+1',
    'a\t=1+1',
    'a|=1+1|b',
    'a:=1+1',
    'a, =1+1',
    'Hi =1+1 bye',
    'x\n=1+1',
    'x\r\n\t+1+1',
    'x\r=1+1',
    '\u200b=1+1',
    'a;\u200b\ufeff =1+1',
    'a;\u00ad=1+1',
    'a;\u2800=1+1',
    `a;${' '.repeat(100)}- 1+1`,
    '\u202e=1+1',
    '＝1+1',
    'a;＋1+1',
    'a；－1+1',
    '＠SUM(1)',
    '"=1+1"',
    'a;"=1+1";b',
    "a;'=1+1",
    "'=1+1",
    '"";=1+1',
    `=cmd|' /C calc'!A0`,
    `x;=cmd|' /C calc'!A0;y`,
    '=HYPERLINK("http://x.example";"y")',
    '+1 555 010 0199',
    'Call; +1 555 010 0199',
    '-2+3+cmd|" /C calc"!A0',
    'a\u2028=1+1',
    'a\u0000=1+1',
    '&=1+1',
    ';;;=1+1',
    ',=1+1',
  ])('has no formula, however the file is split: %j', (text) => {
    expect(runningCells(fileOf(text))).toEqual([])
  })

  it('has no formula for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...SEPARATORS, '"', '""', "'", '\n', '\r\n', '\u200b', '\ufeff', '\u00a0', ' '),
      fc.constantFrom('=', '+', '-', '@', '＝', '﹣', '1+1', 'a', 'SUM(1)', '=1+1'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(runningCells(fileOf(pieces.join('')))).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  }, 60_000)

  it.each([
    ['Hello;=1+1;bye', `Hello;'=1+1;bye`],
    ['x;@SUM(1+1);y', `x;'@SUM(1+1);y`],
    ['+1 555 010 0199', "'+1 555 010 0199"],
    ['Call +1 555 010 0199', "Call '+1 555 010 0199"],
    ['Monday - Friday, 9-17', '"Monday - Friday, 9-17"'],
    ['ana@example.com', 'ana@example.com'],
    ['https://video.example/@ana?a=b', 'https://video.example/@ana?a=b'],
    ['1+1=2', '1+1=2'],
    ['----------', "'----------"],
    // A lone surrogate, which the file cannot contain.
    ['\ud800=1', "\ud800'=1"],
  ])('keeps %j readable', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })

  it('restores the text when one apostrophe is removed before each sign', () => {
    const text = fc.array(fc.constantFrom("'", '"', ';', ',', '=', '-', '\t', '\n', ' ', 'a', '5'), { maxLength: 12 })
    fc.assert(
      fc.property(text, (pieces) => {
        const value = pieces.join('')
        const [cell = ''] = splitWhole(csvCell(value))
        expect(cell.replace(/^'(?='*[\t\r\n])/, '').replaceAll(/'([=+\-@])/g, '$1')).toBe(value)
      }),
      { numRuns: 2_000 },
    )
  })
})

/** One cell, by RFC 4180. */
function splitWhole(cell: string): readonly string[] {
  return cell.startsWith('"') ? [cell.slice(1, -1).replaceAll('""', '"')] : [cell]
}
