import type { Bench } from '../bench.ts'
import { holdFloorKey } from '../floor-window.ts'
import { holdKey } from '../list-acts.ts'

const KEYS = 50
const WARM_UP = 5

/** J held down: in the first seconds, and at rest. */
export async function measureKeys(bench: Bench): Promise<void> {
  const floorWindow = await bench.floor()
  await holdFloorKey(floorWindow, WARM_UP)
  const floor = await holdFloorKey(floorWindow, KEYS)
  if (bench.wants('key-early')) {
    const window = await bench.filled()
    await holdKey(window, WARM_UP)
    bench.record('key-early', { samples: (await holdKey(window, 30)).work, floor: floor.work })
  }
  const window = await bench.atRest()
  await holdKey(window, WARM_UP)
  const acts = await holdKey(window, KEYS)
  bench.record('key-work', { samples: acts.work, floor: floor.work })
  bench.record('key-paint', { samples: acts.painted, floor: floor.painted })
  bench.record('key-frames', { samples: acts.frames, floor: floor.frames })
  bench.record('key-all', { samples: acts.all, floor: floor.all })
}
