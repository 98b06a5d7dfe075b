import { describe, expect, it } from 'vitest'
import type { Rankable, SectionName } from '../../../src/palette/entry.ts'
import { makeTerm, MATCH } from '../../../src/palette/match.ts'
import { addFound, type Ranked, rankEntries } from '../../../src/palette/ranking.ts'

function entry(section: SectionName, title: string, more: Partial<Rankable> = {}): Rankable {
  return {
    id: `${section} ${title}`,
    section,
    terms: [makeTerm(title, { isFuzzy: section === 'commands' })],
    boost: 0,
    ...more,
  }
}

function idsOf(ranked: Ranked<Rankable>): readonly string[] {
  return ranked.flatMap(({ entries }) => entries.map(({ id }) => id))
}

const ENTRIES = [
  entry('commands', 'Resolve', { boost: 20 }),
  entry('commands', 'Go to Resolved'),
  entry('commands', 'Restore a backup…'),
  entry('customers', 'Res'),
  entry('customers', 'Resende Ltda'),
  entry('customers', 'Ana Resende'),
  entry('tags', 'vip'),
  entry('tags', '#1 fans'),
  entry('searches', 'Very important'),
]

describe('rankEntries', () => {
  it.each<[string, readonly string[]]>([
    // Exact before prefix before word start, and the section of the best one first.
    [
      'res',
      [
        'customers Res',
        'customers Resende Ltda',
        'customers Ana Resende',
        'commands Resolve',
        'commands Restore a backup…',
        'commands Go to Resolved',
      ],
    ],
    ['reso', ['commands Resolve', 'commands Go to Resolved']],
    ['vip', ['tags vip']],
    ['#vip', ['tags vip']],
    ['# vip', ['tags vip']],
    ['#', ['tags vip', 'tags #1 fans']],
    ['#1', ['tags #1 fans']],
    ['1 fans', ['tags #1 fans']],
    ['vi', ['tags vip']],
    ['very', ['searches Very important']],
    ['', []],
    ['  ', []],
    ['xyzzy', []],
  ])('%j finds %j', (typed, ids) => {
    expect(idsOf(rankEntries(ENTRIES, typed))).toEqual(ids)
  })

  it('lets recency and the moment decide between equal kinds of match only', () => {
    const entries = [
      entry('commands', 'Star'),
      entry('commands', 'Start sync', { boost: 40 }),
      entry('commands', 'Start'),
    ]
    expect(idsOf(rankEntries(entries, 'sta'))[0]).toBe('commands Start sync')
    expect(idsOf(rankEntries(entries, 'star'))[0]).toBe('commands Star')
  })

  it('takes the score of an entry that no text matches', () => {
    const entries = [entry('customers', 'Ana', { ownScore: MATCH.prefix }), entry('customers', '5551')]
    expect(idsOf(rankEntries(entries, '555'))).toEqual(['customers 5551', 'customers Ana'])
  })

  it('puts new conversations last, whatever their score', () => {
    const entries = [entry('starts', 'Ana'), entry('commands', 'Go to Ana')]
    expect(idsOf(rankEntries(entries, 'ana'))).toEqual(['commands Go to Ana', 'starts Ana'])
  })

  it('shows a bounded number of each section', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => entry('tags', `tag ${index}`))
    expect(idsOf(rankEntries(many, 'tag'))).toHaveLength(5)
  })
})

describe('addFound', () => {
  const [ana, ben, cy] = ['Ana', 'Ben', 'Cy'].map((name) => entry('customers', name)) as [Rankable, Rankable, Rankable]
  const [one, two] = ['One', 'Two'].map((name) => entry('commands', name)) as [Rankable, Rankable]
  const tag = entry('tags', 'vip')

  it('moves nothing down to the selected entry', () => {
    const shown = [
      { name: 'commands', entries: [one, two] },
      { name: 'tags', entries: [tag] },
    ] as const
    const next = [
      { name: 'customers', entries: [ana] },
      { name: 'tags', entries: [tag] },
      { name: 'commands', entries: [two, one] },
    ] as const
    expect(idsOf(addFound(shown, next, two.id))).toEqual([one.id, two.id, ana.id, tag.id])
  })

  it('adds to the section of the selected entry at its end', () => {
    const shown = [{ name: 'customers', entries: [ben] }] as const
    const next = [{ name: 'customers', entries: [ana, ben, cy] }] as const
    expect(idsOf(addFound(shown, next, ben.id))).toEqual([ben.id, ana.id, cy.id])
  })

  it('drops what is no longer found', () => {
    const shown = [{ name: 'customers', entries: [ana, ben] }] as const
    expect(idsOf(addFound(shown, [{ name: 'customers', entries: [ben] }], ben.id))).toEqual([ben.id])
  })

  it('takes the new order while nothing of the list is selected', () => {
    const next = [{ name: 'customers', entries: [ana] }] as const
    expect(addFound([{ name: 'commands', entries: [one] }], next, 'search')).toEqual(next)
    expect(addFound([], next, null)).toEqual(next)
  })
})
