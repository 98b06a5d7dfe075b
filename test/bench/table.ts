import { percentile as nearestRank } from '../../src/shared/speed/latencies.ts'
import type { Goal, Row } from '../../scripts/bench/rows.mjs'

/** What was measured for a row, in the row's unit. `note`: how the figure differs from what the row says. */
export type Measured = {
  readonly samples: readonly number[]
  readonly floor?: readonly number[]
  readonly note?: string
}

/** The figures of a row. Null where nothing was measured, or the row has no floor. */
export type Figures = {
  readonly count: number
  readonly p50: number | null
  readonly p95: number | null
  readonly floorP50: number | null
  readonly floorP95: number | null
  /** Of the medians. */
  readonly ratio: number | null
  readonly max: number | null
}

export type Verdict = 'met' | 'not met'

/** The nearest-rank percentile: a value that was measured. `share` is above 0 and at most 1. Null without values. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  return nearestRank(
    values.toSorted((a, b) => a - b),
    share,
  )
}

export function figuresOf({ samples, floor = [] }: Measured): Figures {
  const [p50, floorP50] = [percentile(samples, 0.5), percentile(floor, 0.5)]
  return {
    count: samples.length,
    p50,
    p95: percentile(samples, 0.95),
    floorP50,
    floorP95: percentile(floor, 0.95),
    ratio: divide(p50, floorP50),
    max: percentile(samples, 1),
  }
}

/** Null when there is no goal, or a figure that it needs is missing. */
export function judge(goal: Goal | null, figures: Figures): Verdict | null {
  if (goal === null) return null
  const { p50, p95, max, ratio, floorP50, floorP95 } = figures
  const checks = [
    atMost(p50, goal.p50),
    atMost(p95, goal.p95),
    atMost(max, goal.max),
    atMost(ratio, goal.ratio),
    atMost(divide(p95, floorP95), goal.p95Ratio),
    atMost(subtract(p50, floorP50), goal.over),
    atMost(subtract(p95, floorP95), goal.p95Over),
    // Rates: more is better.
    atMost(negative(ratio), negative(goal.ratioAtLeast)),
  ].filter((check) => check !== undefined)
  if (checks.includes(false)) return 'not met'
  return checks.includes(null) ? null : 'met'
}

/** Undefined without a limit, null without a value. */
function atMost(value: number | null, limit: number | null | undefined): boolean | null | undefined {
  if (limit == null) return undefined
  return value === null ? null : value <= limit
}

function divide(value: number | null, by: number | null): number | null {
  return value === null || by === null || by === 0 ? null : value / by
}

function subtract(value: number | null, from: number | null): number | null {
  return value === null || from === null ? null : value - from
}

function negative(value: number | null | undefined): number | null {
  return value == null ? null : -value
}

/** "p95 ≤ 8 ms" */
export function goalWords(goal: Goal | null, unit: string): string {
  if (goal === null) return '–'
  return [
    goal.p50 !== undefined && `p50 ≤ ${count(goal.p50)} ${unit}`,
    goal.p95 !== undefined && `p95 ≤ ${count(goal.p95)} ${unit}`,
    goal.max !== undefined && `≤ ${count(goal.max)} ${unit}`,
    goal.ratio !== undefined && `ratio ≤ ${goal.ratio}`,
    goal.ratioAtLeast !== undefined && `ratio ≥ ${goal.ratioAtLeast}`,
    goal.p95Ratio !== undefined && `p95 ≤ ${goal.p95Ratio} × floor`,
    goal.over !== undefined && `≤ floor + ${goal.over} ${unit}`,
    goal.p95Over !== undefined && `p95 ≤ floor + ${goal.p95Over} ${unit}`,
  ]
    .filter((part) => part !== false)
    .join(', ')
}

const HEAD = ['row', 'what', 'n', 'p50', 'p95', 'unit', 'floor', 'floor p50', 'floor p95', 'ratio', 'goal', '']

/** The whole table as aligned Markdown, one line for each row, and the notes below it. */
export function tableOf(rows: readonly Row[], measured: ReadonlyMap<string, Measured>): string {
  const cells = rows.map((row) => cellsOf(row, measured.get(row.name)))
  const widths = HEAD.map((head, at) => Math.max(head.length, ...cells.map((line) => line[at]?.length ?? 0)))
  const line = (parts: readonly string[]): string =>
    `| ${parts.map((part, at) => part.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(Math.max(3, width))).join(' | ')} |`
  const notes = rows.flatMap(({ name }) => {
    const note = measured.get(name)?.note
    return note === undefined ? [] : [`- ${name}: ${note}`]
  })
  return [line(HEAD), rule, ...cells.map(line), ...(notes.length === 0 ? [] : ['', ...notes])].join('\n')
}

function cellsOf(row: Row, measured: Measured | undefined): readonly string[] {
  const figures = figuresOf(measured ?? { samples: [] })
  const verdict = judge(row.goal, figures)
  return [
    row.name,
    row.what,
    figures.count === 0 ? 'not measured' : String(figures.count),
    number(figures.p50),
    number(figures.p95),
    row.unit,
    row.floor ?? '–',
    number(figures.floorP50),
    number(figures.floorP95),
    figures.ratio === null ? '–' : figures.ratio.toFixed(2),
    goalWords(row.goal, row.unit),
    verdict ?? '–',
  ]
}

function number(value: number | null): string {
  return value === null ? '–' : count(Math.abs(value) < 100 ? Math.round(value * 10) / 10 : Math.round(value))
}

function count(value: number): string {
  return value.toLocaleString('en')
}

/** The same for a program: one entry for each row, in the order of the table. */
export function entriesOf(rows: readonly Row[], measured: ReadonlyMap<string, Measured>): readonly object[] {
  return rows.map((row) => {
    const one = measured.get(row.name) ?? { samples: [] }
    const figures = figuresOf(one)
    const verdict = judge(row.goal, figures)
    return { ...row, ...figures, verdict, samples: one.samples, floorSamples: one.floor ?? [], note: one.note ?? null }
  })
}
