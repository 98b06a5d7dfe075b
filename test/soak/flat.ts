/** What one round left behind, by name. Every round does the same. */
export type Reading = Readonly<Record<string, number>>

export type Trend = {
  readonly name: string
  readonly first: number
  readonly last: number
  /** Growth a round, by least squares. */
  readonly slope: number
  readonly isFlat: boolean
}

/** A slope up to this share of the mean, times the rounds, is noise: garbage that is not collected yet, a timer that waits. */
const NOISE = 0.05

/**
 * How each figure changes over the rounds. `warmUp`: rounds that fill caches and are left out. Flat: by the slope, the rest of the rounds have
 * added less than 5 % of the mean. A figure may shrink.
 */
export function trendsOf(readings: readonly Reading[], warmUp: number): readonly Trend[] {
  const rest = readings.slice(warmUp)
  return Object.keys(rest[0] ?? {}).map((name) => {
    const values = rest.map((reading) => reading[name] ?? Number.NaN)
    const slope = slopeOf(values)
    const mean = meanOf(values)
    return {
      name,
      first: values[0] ?? Number.NaN,
      last: values.at(-1) ?? Number.NaN,
      slope,
      isFlat: slope * values.length <= NOISE * mean,
    }
  })
}

function slopeOf(values: readonly number[]): number {
  const [middle, mean] = [(values.length - 1) / 2, meanOf(values)]
  const products = values.map((value, at) => (at - middle) * (value - mean))
  const squares = values.map((_, at) => (at - middle) ** 2)
  return meanOf(products) / meanOf(squares)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function tableOf(trends: readonly Trend[]): string {
  const lines = trends.map(({ name, first, last, slope, isFlat }) =>
    [name, short(first), short(last), short(slope), isFlat ? 'flat' : 'GROWS'].join(' | '),
  )
  return ['what | first | last | a round | ', '--- | --- | --- | --- | ---', ...lines]
    .map((line) => `| ${line} |`)
    .join('\n')
}

function short(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toFixed(2)
}
