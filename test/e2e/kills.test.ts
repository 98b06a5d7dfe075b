import { afterAll, expect, it } from 'vitest'
import { Random } from '../simulation/random.ts'
import { drawMoments } from '../support/kill-moments.ts'
import { KillRound } from '../support/kill-round.ts'
import { KillTally } from '../support/kill-tally.ts'
import { setStage } from '../support/stage.ts'

/** Number of kills, and the seed that selects their moments. */
const KILLS = Number(process.env['KILLS'] ?? 20)
const SEED = Number(process.env['KILLS_SEED'] ?? 1)
/** After this many kills the app runs until everything is sent. The next round starts with a new profile. */
const KILLS_PER_ROUND = 20
/** Limit for the final run, ms. Verification of a lost request takes two minutes before the request is sent again. */
const FINISH_MS = 480_000
/** Limit for the test, ms. It only bounds a hang. */
const LIMIT_MS = 1_500_000

const rounds = Array.from({ length: Math.ceil(KILLS / KILLS_PER_ROUND) }, (_, index) => ({
  seed: SEED + index,
  kills: Math.min(KILLS_PER_ROUND, KILLS - index * KILLS_PER_ROUND),
}))
const tally = new KillTally()

it.each(rounds)(
  'outbox loses, repeats and reorders no accepted change when the app is killed $kills times (seed $seed)',
  { timeout: LIMIT_MS },
  async ({ seed, kills }) => {
    const stage = await setStage({ conversations: 0 })
    const random = new Random(seed)
    const round = new KillRound(stage, random)
    const countOccurred = (): number => round.kills.filter((kill) => kill.hasOccurred).length
    for (const moment of drawMoments(random)) {
      // Another moment replaces one that does not occur, so that the run has the requested number of kills.
      if (countOccurred() >= kills || round.kills.length >= 2 * kills) break
      await round.run(moment)
    }
    const needingAttention = await round.finish(FINISH_MS)
    tally.add(round)
    expect(needingAttention, 'entries that need attention').toEqual([])
    expect(round.judge()).toEqual({ lost: [], duplicates: [], reordered: [], unexpected: [] })
    expect(stage.line.requests.filter((request) => request.includes('local-'))).toEqual([])
    expect(countOccurred()).toBeGreaterThanOrEqual(kills)
  },
)

afterAll(() => console.info(`seeds ${SEED} to ${SEED + rounds.length - 1} · ${tally.summary()}`))
