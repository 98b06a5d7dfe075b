import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSnippetFile, type SnippetFields, writeSnippetFile } from '../../../src/snippets/snippet-file.ts'

const THANKS: SnippetFields = { name: 'Thanks', shortcut: 'ty', text: 'Thank you, {{first_name|there}}' }
const HOURS: SnippetFields = { name: 'Hours', shortcut: '', text: 'Nine to five' }

describe('readSnippetFile', () => {
  it('reads back what writeSnippetFile writes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 }),
        fc.string({ minLength: 1 }),
        (names, text) => {
          const snippets = names.map((name) => ({
            name,
            shortcut: name,
            text: `${name} ${text.replaceAll('\r', '')}`,
          }))
          expect(readSnippetFile(writeSnippetFile(snippets), [])).toEqual({
            ok: true,
            added: snippets,
            alreadyThere: 0,
            changed: 0,
            leftOut: [],
          })
        },
      ),
    )
  })

  it.each<[string, string, string]>([
    ['a file that is no JSON', 'name,text', 'This isn’t a JSON file'],
    ['an empty file', '', 'This isn’t a JSON file'],
    ['a file of another kind', '{"accounts":[]}', 'There are no snippets in this file'],
    ['an empty list', '{"snippets":[]}', 'There are no snippets in this file'],
    ['null', 'null', 'There are no snippets in this file'],
    ['a file that is too large', ' '.repeat(2_000_001), 'The file is too large: the limit is 2 MB'],
    [
      'a file with too many snippets',
      JSON.stringify(Array.from({ length: 1_001 }, () => THANKS)),
      'The file has 1,001 snippets: the limit is 1,000',
    ],
  ])('rejects %s', (_, file, problem) => expect(readSnippetFile(file, [])).toEqual({ ok: false, problem }))

  it.each<[string, unknown, string, string]>([
    ['without a name', { text: 'b' }, 'Entry 2', 'has no name'],
    ['with nothing but spaces for a name', { name: ' ', text: 'b' }, 'Entry 2', 'has no name'],
    ['without a text', { name: 'Order', text: '  ' }, '“Order”', 'has no text'],
    ['with an invisible text', { name: 'Order', text: '\u2800\u200e' }, '“Order”', 'has no text'],
    ['that is null', null, 'Entry 2', 'has no name'],
    [
      'with a space in its shortcut',
      { name: 'Order', text: 'a', shortcut: 'a b' },
      '“Order”',
      'has a shortcut with spaces or more than 30 characters',
    ],
    [
      'with a number for a shortcut',
      { name: 'Order', text: 'a', shortcut: 7 },
      '“Order”',
      'has a shortcut that isn’t text',
    ],
    [
      'with a text that is too long',
      { name: 'Order', text: 'a'.repeat(10_001) },
      '“Order”',
      'is longer than 10,000 characters',
    ],
    [
      'with a name that is too long',
      { name: 'a'.repeat(81), text: 'a' },
      `“${'a'.repeat(80)}…”`,
      'has a name longer than 80 characters',
    ],
  ])('skips an entry %s, names it and reads the others', (_, bad, name, why) =>
    expect(readSnippetFile(JSON.stringify([THANKS, bad, HOURS]), [])).toEqual({
      ok: true,
      added: [THANKS, HOURS],
      alreadyThere: 0,
      changed: 0,
      leftOut: [{ name, why }],
    }),
  )

  it('accepts a plain list and a byte order mark', () => {
    expect(readSnippetFile('\uFEFF[{"name":" Hours ","text":"Nine to five"}]', [])).toMatchObject({ added: [HOURS] })
  })

  it('never changes existing snippets: skips an identical one, numbers a repeated name and drops a taken shortcut', () => {
    const file = writeSnippetFile([THANKS, { ...THANKS, text: 'Thanks!' }, { ...THANKS, text: 'Cheers!' }, HOURS])
    expect(readSnippetFile(file, [THANKS])).toEqual({
      ok: true,
      alreadyThere: 1,
      changed: 2,
      leftOut: [],
      added: [
        { name: 'Thanks (2)', shortcut: '', text: 'Thanks!' },
        { name: 'Thanks (3)', shortcut: '', text: 'Cheers!' },
        HOURS,
      ],
    })
  })
})
