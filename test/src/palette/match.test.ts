import { describe, expect, it } from 'vitest'
import { ALIAS_HANDICAP, foldQuery, makeTerm, MATCH, matchTerm, MAX_BOOST } from '../../../src/palette/match.ts'

type Kind = keyof typeof MATCH | 'none'

/** The kind of match: the best one whose worst score is reached. */
function kindOf(text: string, typed: string, isFuzzy = true): Kind {
  const score = matchTerm(makeTerm(text, { isFuzzy }), foldQuery(typed))
  const [kind = 'none'] = Object.entries(MATCH).find(([, worst]) => score >= worst) ?? []
  return kind as Kind
}

describe('matchTerm', () => {
  it.each<[string, string, Kind]>([
    ['Resolve', 'resolve', 'exact'],
    ['Resolve', ' RESOLVE ', 'exact'],
    ['Resolve', 'res', 'prefix'],
    ['Go to Inbox', 'inbox', 'wordStart'],
    ['Go to Inbox', 'in go', 'wordStart'],
    ['Go to Inbox', 'to in', 'wordStart'],
    ['Settings: Start and background', 'start back', 'wordStart'],
    ['Resolve', 'solve', 'inside'],
    ['Resolve', 'rslv', 'letters'],
    ['Go to Inbox', 'gi', 'letters'],
    ['Go to Inbox', 'gtin', 'letters'],
    ['Resolve', 'slv', 'none'],
    ['Resolve', 'xyzzy', 'none'],
    ['Resolve', 'resolved', 'none'],
    ['', 'a', 'none'],
    // Letter case, accents, other spellings, apostrophes.
    ['José Ánaya', 'jose an', 'prefix'],
    ['Müller', 'mueller', 'exact'],
    ['Müller', 'muller', 'exact'],
    ['Weiß', 'weiss', 'exact'],
    ['Łukasz', 'luk', 'prefix'],
    ['İstanbul', 'ist', 'prefix'],
    ["Shaun O'Neil", 'oneil', 'wordStart'],
    ['Shaun O’Neil', "o'n", 'wordStart'],
    ['Ｊｏｈｎ', 'john', 'exact'],
    // Other scripts.
    ['Ольга Ёлкина', 'елк', 'wordStart'],
    ['Γιώργος', 'γιωρ', 'prefix'],
    ['山田太郎', '山田', 'prefix'],
    ['山田太郎', '太郎', 'inside'],
    ['김한글', '김하', 'prefix'],
    ['محمد علي', 'علی', 'wordStart'],
    ['דוד כהן', 'כהן', 'wordStart'],
    ['मोहन शर्मा', 'शर्', 'wordStart'],
    ['🎉 Party', 'party', 'wordStart'],
  ])('%j matches %j: %s', (text, typed, kind) => {
    expect(kindOf(text, typed)).toBe(kind)
  })

  it('takes letters in sequence for a match only where that is wanted', () => {
    expect(kindOf('Go to Inbox', 'gi', false)).toBe('none')
  })

  it('prefers the shorter of two texts with the same kind of match', () => {
    const score = (text: string): number => matchTerm(makeTerm(text), 'ana')
    expect(score('Ana Bell')).toBeGreaterThan(score('Ana Beatriz Campos'))
  })

  it('never ranks an alias above a word of a title', () => {
    const alias = makeTerm('close', { isAlias: true, handicap: ALIAS_HANDICAP })
    const title = makeTerm(`to close ${'x'.repeat(200)}`)
    for (const typed of ['clo', 'close']) expect(matchTerm(alias, typed)).toBeLessThanOrEqual(matchTerm(title, typed))
  })

  it('keeps the kinds apart, whatever the length of the text and the boost', () => {
    const kinds = Object.values(MATCH)
    for (const [index, kind] of kinds.slice(0, -1).entries())
      expect(matchTerm(makeTerm('ab'), 'ab') - MATCH.exact + (kinds[index + 1] ?? 0) + MAX_BOOST).toBeLessThan(kind)
  })

  it('bounds its work on hostile texts', () => {
    expect(kindOf('ab '.repeat(100_000), 'abababababab')).toBe('letters')
    expect(kindOf('a'.repeat(100_000), `${'a'.repeat(11)}b`)).toBe('none')
  })
})
