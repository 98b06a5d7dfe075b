import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailKey, phoneKey } from '../../../../src/shared/contact/contact-identity.ts'
import { foldText, foldTextExpanded } from '../../../../src/shared/text/fold-text.ts'
import { normalised, toNfc } from '../../../../src/shared/text/nfc.ts'
import { MAX_MESSAGE_LENGTH, outgoingProblem, outgoingText } from '../../../../src/shared/text/outgoing-text.ts'
import { isSameText } from '../../../../src/shared/text/same-text.ts'

/** The visible characters of a text, with all line ends as LF. */
function visiblePart(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu, '')
    .normalize('NFC')
}

const REDRAWN = '\uf9d1\ufa19\u{2f800}\u2329'

describe('outgoingText', () => {
  it.each<[string, string, string]>([
    ['a decomposed accent', 'Cafe\u0301', 'Café'],
    ['decomposed Hangul', '\u1112\u1161\u11ab', '한'],
    ['an accent after a soft hyphen', 'e\u00ad\u0301', 'é'],
    ['all kinds of line ends', 'a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh', 'a\nb\nc\nd\ne\nf\ng\nh'],
    ['half a surrogate pair', 'a\ud83eb\udd8b', 'a\ufffdb\ufffd'],
    ['byte order mark, soft hyphen, word joiner', '\ufeffso\u00adft wo\u2060rd', 'soft word'],
    ['control characters', 'a\u0000b\u001bc\u007f', 'abc'],
    ['direction overrides', 'a\u202ecba\u202d', 'acba'],
    ['deprecated format marks, annotations', 'a\u206ab\ufff9c\ufffb', 'abc'],
    ['a zero-width space from a web page', 'so\u200bft', 'soft'],
    ['zero-width spaces of Thai and Khmer', 'ภาษา\u200bไทย ខ្មែរ\u200bភាសា', 'ภาษา\u200bไทย ខ្មែរ\u200bភាសា'],
    ['emoji sequences', '👩‍👩‍👧 👍🏽 🏳️‍🌈 ❤️ 1️⃣', '👩‍👩‍👧 👍🏽 🏳️‍🌈 ❤️ 1️⃣'],
    ['the flag of Scotland', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    [
      'ideographs of names, which NFC would replace',
      '\uf9d1 \ufa19 \u{2f800} e\u0301',
      '\uf9d1 \ufa19 \u{2f800} \u00e9',
    ],
    ['narrow angle brackets', '\u2329x\u232a', '\u2329x\u232a'],
    [
      'zero-width spaces of Javanese and Balinese',
      '\ua9a7\u200b\ua9b1 \u1b05\u200b\u1b06',
      '\ua9a7\u200b\ua9b1 \u1b05\u200b\u1b06',
    ],
    ['a zero-width space between a number and Thai', '5\u200bบาท', '5\u200bบาท'],
    ['Persian half-spaces', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['conjuncts of Indic scripts', 'क्\u200dष', 'क्\u200dष'],
    ['direction marks and isolates', 'שלום\u200f (1) \u061c \u2067x\u2069', 'שלום\u200f (1) \u061c \u2067x\u2069'],
    ['Mongolian variants', 'ᠠ\u180b\u180e', 'ᠠ\u180b\u180e'],
    ['spaces, tabs and empty lines', ' a  b\t\n\n\n\u00a0c\u3000 ', ' a  b\t\n\n\n\u00a0c\u3000 '],
    ['nothing', '', ''],
  ])('keeps or repairs %s', (_name, typed, sent) => expect(outgoingText(typed)).toBe(sent))

  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '\r',
          '\n',
          '\r\n',
          '\u200b',
          '\u200d',
          '\u00ad',
          '\u0301',
          '\ufe0f',
          '\ud83e',
          '\udd8b',
          'ก',
          'e',
        ),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''))

  it('is idempotent', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(outgoingText(outgoingText(text))).toBe(outgoingText(text))
      }),
      { numRuns: 3_000 },
    )
  })

  it('never changes the visible text, and returns NFC that encodes to UTF-8', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const sent = outgoingText(text)
        expect(visiblePart(sent)).toBe(visiblePart(text))
        expect(toNfc(sent)).toBe(sent)
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(sent))).toBe(sent)
      }),
      { numRuns: 3_000 },
    )
  })

  it('keeps emoji sequences whole', () => {
    const emoji = fc.constantFrom('👩', '👨', '👧', '🏳️', '🌈', '❤️', '🔥', '👍🏽', '🧑🏿')
    fc.assert(
      fc.property(fc.array(emoji, { minLength: 1, maxLength: 5 }), (parts) => {
        const sequence = parts.join('\u200d')
        expect(outgoingText(sequence)).toBe(sequence)
      }),
    )
  })

  it('returns a text that isSameText matches after a server changed it to NFD with CRLF', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const sent = outgoingText(text)
        expect(isSameText(sent, sent.normalize('NFD').replaceAll('\n', '\r\n'))).toBe(true)
      }),
    )
  })
})

describe('toNfc', () => {
  it.each<[string, string, string]>([
    ['marks in another order', 'a\u0323\u0301', '\u1ea1\u0301'],
    ['thirty marks', `e\u0301${'\u0323'.repeat(29)}`, `\u1eb9${'\u0323'.repeat(28)}\u0301`],
    ['more marks than any script needs', `e\u0301${'\u0323'.repeat(30)}e\u0301`, `e\u0301${'\u0323'.repeat(30)}é`],
  ])('composes %s', (_name, text, composed) => {
    expect(toNfc(text)).toBe(composed)
    expect(toNfc(composed)).toBe(composed)
  })

  it('keeps characters that NFC redraws, and isSameText matches them after a server replaced them', () => {
    expect(toNfc(REDRAWN)).toBe(REDRAWN)
    expect(normalised(REDRAWN, 'NFC')).not.toBe(REDRAWN)
    expect(isSameText(REDRAWN, REDRAWN.normalize('NFC'))).toBe(true)
  })

  it('never passes a long run of marks to the engine', () => {
    const given: number[] = []
    const { normalize } = String.prototype
    // oxlint-disable-next-line no-extend-native -- counts calls; restored below
    String.prototype.normalize = function count(form) {
      given.push(
        [...this.matchAll(/[\p{M}\uff9e\uff9f]+/gu)].reduce((longest, [run]) => Math.max(longest, run.length), 0),
      )
      return normalize.call(this, form)
    }
    try {
      outgoingText(`a${'\u0301\u0323'.repeat(50_000)}b`.repeat(2))
      for (const marks of ['\u0301\u0323', '\uff9e\u0301', '\u0345\u0300'].map((pair) => pair.repeat(50_000))) {
        isSameText('x', marks)
        foldText(marks)
        foldTextExpanded(`o${marks}`)
        emailKey(`a@b${marks}`)
        phoneKey(`1${marks}`)
      }
    } finally {
      String.prototype.normalize = normalize
    }
    expect(Math.max(...given)).toBeLessThanOrEqual(30)
  })
})

describe('outgoingProblem', () => {
  it.each<[string, string, ReturnType<typeof outgoingProblem>]>([
    ['a text', 'Hello', null],
    ['an emoji alone', '🦋', null],
    ['nothing', '', 'nothing-to-see'],
    ['spaces and line ends', ' \n\t ', 'nothing-to-see'],
    ['blank Braille', '\u2800', 'nothing-to-see'],
    ['a Hangul filler', '\u3164', 'nothing-to-see'],
    ['a direction mark', '\u200e', 'nothing-to-see'],
    ['joiners and a soft hyphen', '\u200d\u00ad', 'nothing-to-see'],
    ['the longest text', 'x'.repeat(MAX_MESSAGE_LENGTH), null],
    ['one character more', 'x'.repeat(MAX_MESSAGE_LENGTH + 1), 'too-long'],
    ['a text that is short enough in NFC', 'e\u0301'.repeat(MAX_MESSAGE_LENGTH), null],
    ['a text that only NFC makes longer', '\u{1d160}'.repeat(MAX_MESSAGE_LENGTH / 4), null],
    ['20,000 lines', 'x'.repeat(42).concat('\r\n').repeat(20_000), 'too-long'],
  ])('judges %s', (_name, text, problem) => expect(outgoingProblem(text)).toBe(problem))

  it('accepts the longest text, whose request fits into the API limit, for every kind of character', () => {
    const longest = fc.constantFrom('x', '\n', '"', 'é', '名', '🦋', '\ud83e', '\u{1d160}', '\ufb2c', '\u0344')
    fc.assert(
      fc.property(longest, (character) => {
        const text = character.repeat(MAX_MESSAGE_LENGTH / character.length)
        expect(outgoingProblem(`x${text}`.slice(0, MAX_MESSAGE_LENGTH))).toBeNull()
        const request = JSON.stringify({ content: outgoingText(text) })
        expect(new TextEncoder().encode(request).length).toBeLessThan(1_000_000)
      }),
    )
  })
})
