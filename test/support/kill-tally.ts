import { nameOf } from './kill-judge.ts'
import { killNames, MOMENTS } from './kill-moments.ts'
import type { KillRound } from './kill-round.ts'

/** Counts the results of a run. They are printed, so that a run without effective kills is noticed. */
export class KillTally {
  #kills = 0
  #missed = 0
  #accepted = 0
  #delivered = 0
  #unseen = 0
  #readBack = 0
  #again = 0
  #doubles = 0
  #lost = 0
  readonly #met = new Map(MOMENTS.flatMap(killNames).map((name) => [name, 0]))

  add(round: KillRound): void {
    const { lost, doubles } = round.judge()
    for (const { moment, isMet } of round.kills) {
      this.#kills += isMet ? 1 : 0
      this.#missed += isMet ? 0 : 1
      if (isMet) this.#met.set(moment, (this.#met.get(moment) ?? 0) + 1)
    }
    const accepted = round.deeds.filter((deed) => deed.isSeen)
    this.#accepted += accepted.length
    this.#delivered += accepted.filter((deed) => !lost.includes(nameOf(deed))).length
    this.#unseen += round.deeds.length - accepted.length
    this.#readBack += round.unanswered.filter((deed) => round.countRequests(deed) === 1).length
    this.#again += round.deeds.filter((deed) => round.countRequests(deed) > 1).length
    this.#doubles += doubles.length
    this.#lost += lost.length
  }

  report(): string {
    const never = [...this.#met].filter(([, times]) => times === 0).map(([name]) => name)
    return [
      `kill -9: ${this.#kills} at their moment, ${this.#missed} at a moment that did not occur`,
      `accepted ${this.#accepted}, delivered ${this.#delivered}, lost ${this.#lost}, doubles ${this.#doubles}`,
      `response lost and found by verification ${this.#readBack} · requested more than once ${this.#again} · killed before it was confirmed on screen ${this.#unseen}`,
      ...[...this.#met].filter(([, times]) => times > 0).map(([name, times]) => `${times} × ${name}`),
      `moments that never occurred: ${never.length === 0 ? 'none' : never.join('; ')}`,
    ].join('\n  ')
  }
}
