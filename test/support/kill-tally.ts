import { nameOf } from './kill-judge.ts'
import { killNames, MOMENTS } from './kill-moments.ts'
import type { KillRound } from './kill-round.ts'

/** Counts the results of a run. They are printed, so that a run without effective kills is noticed. */
export class KillTally {
  #kills = 0
  #missed = 0
  #accepted = 0
  #delivered = 0
  #unconfirmed = 0
  #verified = 0
  #resent = 0
  #duplicates = 0
  #lost = 0
  readonly #counts = new Map(MOMENTS.flatMap(killNames).map((name) => [name, 0]))

  add(round: KillRound): void {
    const { lost, duplicates } = round.judge()
    for (const { moment, hasOccurred } of round.kills) {
      this.#kills += hasOccurred ? 1 : 0
      this.#missed += hasOccurred ? 0 : 1
      if (hasOccurred) this.#counts.set(moment, (this.#counts.get(moment) ?? 0) + 1)
    }
    const accepted = round.changes.filter((change) => change.isConfirmed)
    this.#accepted += accepted.length
    this.#delivered += accepted.filter((change) => !lost.includes(nameOf(change))).length
    this.#unconfirmed += round.changes.length - accepted.length
    this.#verified += round.changesWithLostResponse.filter((change) => round.requestCount(change) === 1).length
    this.#resent += round.changes.filter((change) => round.requestCount(change) > 1).length
    this.#duplicates += duplicates.length
    this.#lost += lost.length
  }

  summary(): string {
    const never = [...this.#counts].filter(([, times]) => times === 0).map(([name]) => name)
    return [
      `kill -9: ${this.#kills} at the chosen moment, ${this.#missed} without it`,
      `accepted ${this.#accepted}, delivered ${this.#delivered}, lost ${this.#lost}, duplicates ${this.#duplicates}`,
      `found by verification after a lost response ${this.#verified} · requested more than once ${this.#resent} · killed before the screen confirmed ${this.#unconfirmed}`,
      ...[...this.#counts].filter(([, times]) => times > 0).map(([name, times]) => `${times} × ${name}`),
      `moments that never occurred: ${never.length === 0 ? 'none' : never.join('; ')}`,
    ].join('\n  ')
  }
}
