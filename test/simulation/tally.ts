import { INVARIANTS, type Ledger } from './ledger.ts'

type Counts = Record<string, number>

/** Counts what the seeds of a run did, so that a run that tested nothing is visible. */
export class Tally {
  seeds = 0
  readonly checks: Counts = {}
  readonly moves: Counts = {}
  readonly faults: Counts = {}
  readonly stats: Counts = {}
  readonly violations: string[] = []

  add(name: string, ledger: Ledger): void {
    this.seeds += 1
    for (const [into, from] of [
      [this.checks, ledger.checks],
      [this.moves, ledger.moves],
      [this.faults, ledger.faults],
      [this.stats, ledger.stats],
    ] as const) {
      for (const [key, count] of Object.entries(from)) into[key] = (into[key] ?? 0) + count
    }
    for (const { name: invariant, detail, t } of ledger.violations)
      this.violations.push(`${name} at ${t} ms: ${invariant}: ${detail}`)
  }

  /** The invariants that were never checked. */
  unchecked(): readonly string[] {
    return INVARIANTS.filter((name) => this.checks[name] === undefined)
  }

  report(title: string): string {
    const list = (counts: Counts): string =>
      Object.entries(counts)
        .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
        .map(([name, count]) => `${name} ${count}`)
        .join(' · ')
    const { stats, checks, moves, faults } = this
    return [
      `${title}: ${this.seeds} schedules · ${list(stats)}`,
      `  checks: ${list(checks)}`,
      `  moves: ${list(moves)}`,
      `  faults: ${list(faults)}`,
    ].join('\n')
  }
}
