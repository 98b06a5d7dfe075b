import type { Bench } from '../bench.ts'
import { bytesBelow } from '../processes.ts'

/** The whole profile after its first starts, and the responses that it was made of. */
export async function measureDisk(bench: Bench): Promise<void> {
  const { folder, jsonBytes } = await bench.profile()
  bench.record('disk', { samples: [bytesBelow(folder) / 1e6], floor: [jsonBytes / 1e6] })
}
