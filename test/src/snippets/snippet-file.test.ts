import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSnippetFile, type SnippetFields, writeSnippetFile } from '../../../src/snippets/snippet-file.ts'

const THANKS: SnippetFields = { name: 'Thanks', shortcut: 'ty', text: 'Thank you, {{first_name|there}}' }
const HOURS: SnippetFields = { name: 'Hours', shortcut: '', text: 'Nine to five' }

describe('a file of snippets', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 }),
        fc.string({ minLength: 1 }),
        (names, words) => {
          const snippets = names.map((name) => ({
            name,
            shortcut: name,
            text: `${name} ${words.replaceAll('\r', '')}`,
          }))
          expect(readSnippetFile(writeSnippetFile(snippets), [])).toEqual({
            ok: true,
            added: snippets,
            alreadyThere: 0,
            changed: 0,
          })
        },
      ),
    )
  })

  it.each<[string, string, string]>([
    ['that is no JSON', 'name,text', 'This is not a JSON file'],
    ['that is empty', '', 'This is not a JSON file'],
    ['of something else', '{"accounts":[]}', 'There are no snippets in this file'],
    ['of nothing', '{"snippets":[]}', 'There are no snippets in this file'],
    ['that says null', 'null', 'There are no snippets in this file'],
    ['with a snippet without a name', '[{"name":"A","text":"a"},{"text":"b"}]', 'Snippet 2 of the file has no name'],
    ['with a snippet without a text', '[{"name":"A","text":"  "}]', 'Snippet 1 of the file has no text'],
    ['with a snippet that is none', '[null]', 'Snippet 1 of the file has no name'],
    [
      'with a shortcut of two words',
      '[{"name":"A","text":"a","shortcut":"a b"}]',
      'Snippet 1 of the file has a shortcut that is not one word of at most 30 characters',
    ],
    [
      'with a number for a shortcut',
      '[{"name":"A","text":"a","shortcut":7}]',
      'Snippet 1 of the file has a shortcut that is no word',
    ],
    [
      'with a text that is too long',
      JSON.stringify([{ name: 'A', text: 'a'.repeat(10_001) }]),
      'Snippet 1 of the file is longer than 10,000 characters',
    ],
    ['that is too large', ' '.repeat(2_000_001), 'The file is too large: 2 MB at most'],
    [
      'of too many',
      JSON.stringify(Array.from({ length: 1_001 }, () => THANKS)),
      'The file holds 1,001 snippets: 1,000 at most',
    ],
  ])('%s is refused whole', (_, file, problem) => expect(readSnippetFile(file, [])).toEqual({ ok: false, problem }))

  it('may be a plain list, and may begin with the mark of its encoding', () => {
    expect(readSnippetFile('\uFEFF[{"name":" Hours ","text":"Nine to five"}]', [])).toMatchObject({ added: [HOURS] })
  })

  it('changes nothing that is there: the same is left out, a second of its name gets a number, a taken shortcut goes', () => {
    const file = writeSnippetFile([THANKS, { ...THANKS, text: 'Thanks!' }, { ...THANKS, text: 'Cheers!' }, HOURS])
    expect(readSnippetFile(file, [THANKS])).toEqual({
      ok: true,
      alreadyThere: 1,
      changed: 2,
      added: [
        { name: 'Thanks (2)', shortcut: '', text: 'Thanks!' },
        { name: 'Thanks (3)', shortcut: '', text: 'Cheers!' },
        HOURS,
      ],
    })
  })
})
