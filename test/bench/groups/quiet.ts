import { type RequestEntry } from '../../../electron/sandbox/request-journal.ts'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import { KEY } from '../../support/stage.ts'
import { conversationAt } from '../account.ts'
import type { Bench } from '../bench.ts'
import { runFast } from '../fast-clock.ts'
import { watchFill } from '../list-acts.ts'
import { cpuSeconds } from '../processes.ts'
import type { Profile } from '../profile.ts'
import { mostWithin } from './quiet-counts.ts'

const HOUR_MS = 3_600_000
const FACTOR = 60
/** Half an hour has one sweep of the whole list, as each other half hour. */
const SHARE = { quick: 0.5, whole: 1 } as const

/** An hour with focus in which nothing happens, on a clock that runs sixty times as fast. */
export async function measureQuiet(bench: Bench): Promise<void> {
  const profile = await bench.profile()
  const server = await serveAccount(profile)
  if (server === null) {
    const note = `port ${profile.port} of the profile's server is in use`
    return bench.record('quiet-polls', { samples: [], note })
  }
  const { app, page, devtools, close } = await bench.start()
  try {
    const belowMs = Number.POSITIVE_INFINITY
    await runFast({ app, page }, { main: { factor: FACTOR, belowMs: 11_000 }, window: { factor: FACTOR, belowMs } })
    await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true })
    await watchFill(page)
    const share = bench.options.isQuick ? SHARE.quick : SHARE.whole
    const [begunAt, cpuBefore] = [Date.now(), cpuSeconds(app)]
    await page.waitForTimeout((HOUR_MS * share) / FACTOR)
    const seconds = cpuSeconds(app) - cpuBefore
    const inHour = server.journal.requests().filter(({ at }) => at >= begunAt)
    record(bench, inHour, { share, begunAt, cpuPercent: (100 * seconds) / (share * (HOUR_MS / 1_000)) })
  } finally {
    await close()
    await server.close()
  }
}

type Hour = { readonly share: number; readonly begunAt: number; readonly cpuPercent: number }

function record(bench: Bench, requests: readonly RequestEntry[], { share, begunAt, cpuPercent }: Hour): void {
  const note = share === 1 ? 'on a fast clock' : `${60 * share} minutes on a fast clock, scaled to an hour`
  const timesOf = (isWanted: (entry: RequestEntry) => boolean): readonly number[] =>
    requests.filter(isWanted).map(({ at }) => (at - begunAt) * FACTOR)
  bench.record('quiet-polls', { samples: [timesOf(isPoll).length / share], note })
  bench.record('quiet-sweeps', { samples: [mostWithin(timesOf(isTrickle), 60_000)] })
  bench.record('quiet-burst', {
    samples: [
      mostWithin(
        timesOf(() => true),
        10_000,
      ),
    ],
    note: `${Math.round(requests.length / share)} requests in the hour`,
  })
  bench.record('quiet-cpu', {
    samples: [cpuPercent],
    note: 'of the hour’s work; what the processes take at rest is memory-cpu',
  })
}

function isPoll({ path, query }: RequestEntry): boolean {
  return path === '/conversations' && /[?&]offset=0(&|$)/.test(query) && !query.includes('status=')
}

/** Reads ahead: pages of the whole list, and threads. */
function isTrickle(entry: RequestEntry): boolean {
  return !isPoll(entry) && !entry.query.includes('status=')
}

/** The server of the profile's workspace, with the same account. Null when its port is in use. */
async function serveAccount(profile: Profile): Promise<Sandbox | null> {
  const server = await startSandbox({ port: profile.port, conversations: 0, answers: false, key: KEY })
  if (server.port !== profile.port) {
    await server.close()
    return null
  }
  for (let place = 0; place < profile.conversations; place += 1) server.account.insert(conversationAt(place, profile))
  return server
}
