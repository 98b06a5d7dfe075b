import { describe, expect, it } from 'vitest'
import { readBenchOptions } from '../../../scripts/bench/options.mjs'
import { BY_REQUEST, GROUPS, ROWS } from '../../../scripts/bench/rows.mjs'

const ALL = ROWS.filter(({ group }) => !BY_REQUEST.includes(group)).map(({ name }) => name)
const namesOf = (group: string): readonly string[] => ROWS.filter((row) => row.group === group).map(({ name }) => name)

describe('readBenchOptions', () => {
  it('measures everything but what is only measured by request', () => {
    expect(readBenchOptions([])).toEqual({
      conversations: 100_000,
      starts: 20,
      isQuick: false,
      only: ALL,
      json: null,
    })
    expect(ALL).not.toContain('workspaces-1')
    expect(ALL).toContain('start-list')
  })

  it.each([
    [['--quick'], { conversations: 10_000, starts: 10, isQuick: true }],
    [['--quick', '--conversations', '20000'], { conversations: 20_000, isQuick: true }],
    [['--quick', '--starts', '3'], { starts: 3 }],
    [['--conversations=4000'], { conversations: 4_000, isQuick: false }],
    [['--json'], { json: '-' }],
    [['--json', '--quick'], { json: '-', isQuick: true }],
    [['--json=out/bench.json'], { json: 'out/bench.json' }],
    [['--only', 'view'], { only: namesOf('view') }],
    [['--only', 'workspaces'], { only: namesOf('workspaces') }],
    // In the order of the table, each once.
    [['--only', 'view, key-work,view-work'], { only: ['key-work', ...namesOf('view')] }],
  ])('reads %j', (args, wanted) => {
    expect(readBenchOptions(args)).toMatchObject(wanted)
  })

  it.each([
    [['--only', 'veiw'], /--only does not know veiw\./],
    [['--only', 'view,,key'], /--only does not know "", key\./],
    [['--only', ''], /--only does not know ""\./],
    [['--conversations', '0'], /--conversations needs a whole number from 1 to 9999999, not 0/],
    [['--conversations', '1e5'], /--conversations needs a whole number from 1 to 9999999, not 1e5/],
    [['--conversations', '3999'], /at least 4000/],
    [['--starts', 'many'], /--starts needs a whole number/],
    [['--starts='], /--starts needs a whole number from 1 to 9999999, not nothing/],
    [['--fast'], /Unknown option '--fast'\. Known: --quick/],
    [['view'], /Unexpected argument 'view'\. Known: --quick/],
    // A file is joined, since it is optional.
    [['--json', 'out.json'], /Unexpected argument 'out\.json'\..*--json=FILE/],
  ])('refuses %j in plain words', (args, words) => {
    expect(() => readBenchOptions(args)).toThrow(words)
  })

  it('lists every group and row when a name is unknown', () => {
    const refuse = (): unknown => readBenchOptions(['--only', 'x'])
    for (const name of [...GROUPS, ...ROWS.map((row) => row.name)]) expect(refuse).toThrow(name)
  })
})

describe('the rows', () => {
  it('have different names, none of which is a group of other rows', () => {
    const names = ROWS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const ambiguous = ROWS.filter(({ name, group }) => GROUPS.includes(name) && name !== group)
    expect(ambiguous).toEqual([])
  })
})
