import type { Bench } from '../bench.ts'
import { showFloorRows } from '../floor-window.ts'
import { switchViews } from '../list-acts.ts'

const TIMES = 24

export async function measureView(bench: Bench): Promise<void> {
  const floor = await showFloorRows(await bench.floor(), TIMES)
  const acts = await switchViews(await bench.atRest(), TIMES)
  bench.record('view-work', { samples: acts.work, floor: floor.work })
  bench.record('view-paint', { samples: acts.painted, floor: floor.painted })
}
