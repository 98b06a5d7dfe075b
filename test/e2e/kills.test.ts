import { afterAll, expect, it } from 'vitest'
import { Random } from '../simulation/random.ts'
import { drawMoments } from '../support/kill-moments.ts'
import { KillRound } from '../support/kill-round.ts'
import { KillTally } from '../support/kill-tally.ts'
import { setStage } from '../support/stage.ts'

/** How many kills, and the seed that chooses their moments. */
const KILLS = Number(process.env['KILLS'] ?? 20)
const SEED = Number(process.env['KILLS_SEED'] ?? 1)
/** After so many a long run brings everything to its end, and the next begin on a new profile. */
const KILLS_A_ROUND = 20
/** What was lost before the server is looked up for two minutes before it is sent again. Bounds a hang, ms. */
const REST_MS = 480_000
/** Bounds a hang, ms. */
const LIMIT_MS = 1_500_000

const rounds = Array.from({ length: Math.ceil(KILLS / KILLS_A_ROUND) }, (_, index) => ({
  seed: SEED + index,
  kills: Math.min(KILLS_A_ROUND, KILLS - index * KILLS_A_ROUND),
}))
const tally = new KillTally()

it.each(rounds)(
  'killed $kills times (seed $seed), the app loses nothing that was accepted, does nothing twice, and keeps its order',
  { timeout: LIMIT_MS },
  async ({ seed, kills }) => {
    const stage = await setStage({ conversations: 0 })
    const random = new Random(seed)
    const round = new KillRound(stage, random)
    const met = (): number => round.kills.filter((kill) => kill.isMet).length
    for (const moment of drawMoments(random)) {
      // A moment that does not come is drawn again: a run of fewer kills than asked would prove less than it says.
      if (met() >= kills || round.kills.length >= 2 * kills) break
      await round.run(moment)
    }
    const asking = await round.rest(REST_MS)
    tally.add(round)
    expect(asking, 'what asks a person').toEqual([])
    expect(round.judge()).toEqual({ lost: [], doubles: [], disordered: [], foreign: [] })
    expect(stage.line.requests.filter((request) => request.includes('local-'))).toEqual([])
    expect(met()).toBeGreaterThanOrEqual(kills)
  },
)

afterAll(() => console.info(`seeds ${SEED} to ${SEED + rounds.length - 1} · ${tally.report()}`))
