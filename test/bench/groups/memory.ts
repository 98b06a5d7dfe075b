import { setTimeout as wait } from 'node:timers/promises'
import type { Bench, OpenWindow } from '../bench.ts'
import { heapMb } from '../figures.ts'
import { searchBuilt, watchFill } from '../list-acts.ts'
import { measureRest, type Rest } from '../processes.ts'

/** After the last read, until garbage is collected and nothing is left to do, ms. */
const SETTLE_MS = 5_000
const WINDOW_MS = { quick: 8_000, whole: 30_000 } as const

type Memory = Rest & { readonly heap: number }

/** The app with all conversations in memory and search built, and an empty window. */
export async function measureMemory(bench: Bench): Promise<void> {
  const floor = await atRest(bench, await bench.startEmpty(await bench.folder()))
  const window = await bench.start()
  await watchFill(window.page)
  await searchBuilt(window.page)
  const app = await atRest(bench, window)
  bench.record('memory-heap', { samples: [app.heap], floor: [floor.heap], note: 'after load; a soak is another test' })
  if (process.platform !== 'linux') return
  const processes = `${app.processes} processes`
  bench.record('memory-all', { samples: [app.pssMb], floor: [floor.pssMb], note: processes })
  bench.record('memory-cpu', { samples: [app.cpuPercent], floor: [floor.cpuPercent] })
}

async function atRest({ options }: Bench, { app, devtools, close }: OpenWindow): Promise<Memory> {
  await wait(SETTLE_MS)
  const heap = await heapMb(devtools)
  // The session counts the page's work, which costs a little.
  await devtools.detach()
  const rest = await measureRest(app, options.isQuick ? WINDOW_MS.quick : WINDOW_MS.whole)
  await close()
  return { ...rest, heap }
}
