/** Latencies of one key (a number), over the session and over the latest samples. */
export type Figures = {
  readonly key: number
  /** All samples of the session. */
  readonly count: number
  /** Percentiles of the samples that are still in the ring, ms. */
  readonly p50: number
  readonly p95: number
}

export type Latencies = {
  /** `key`: a small number from 0. `ms`: from the key press to the painted frame. Allocates nothing. */
  readonly add: (key: number, ms: number) => void
  /** One entry a key that has samples, the most frequent first. */
  readonly read: () => readonly Figures[]
  /** Frames that passed without an answer, of all samples. */
  readonly droppedFrames: () => number
}

/** Samples that are kept. A busy day has some thousands of keys; the ring takes 24 KB. */
const SAMPLES = 4_096
/** Commands and more. Samples of higher keys are not kept. */
const MAX_KEYS = 256
/** Of the usual 60 Hz. On a faster display, fewer frames count as dropped than were. */
const FRAME_MS = 1_000 / 60

/** A ring of the latest latencies: a fixed size, and no work until it is read. */
export function makeLatencies(samples: number = SAMPLES): Latencies {
  const latencies = new Float32Array(samples)
  const keys = new Uint8Array(samples)
  const counts = new Uint32Array(MAX_KEYS)
  let added = 0
  let dropped = 0

  function figuresOf(key: number): Figures {
    const own: number[] = []
    for (let index = 0; index < Math.min(added, samples); index += 1)
      if (keys[index] === key) own.push(latencies[index] ?? 0)
    own.sort((a, b) => a - b)
    return { key, count: counts[key] ?? 0, p50: percentile(own, 0.5), p95: percentile(own, 0.95) }
  }

  return {
    add(key, ms) {
      if (key >= MAX_KEYS || !(ms >= 0)) return
      latencies[added % samples] = ms
      keys[added % samples] = key
      counts[key] = (counts[key] ?? 0) + 1
      added += 1
      dropped += framesDropped(ms)
    },
    read: () =>
      [...new Set(keys.subarray(0, Math.min(added, samples)))]
        .map(figuresOf)
        .sort((a, b) => b.count - a.count || a.key - b.key),
    droppedFrames: () => dropped,
  }
}

/** The smallest sample that at least this share of all samples does not exceed (nearest rank). 0 for no samples. */
export function percentile(sorted: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  return sorted[rank - 1] ?? 0
}

/** A key comes at any moment of a frame, and its answer is due in the next one: up to two frames, none was dropped. */
export function framesDropped(ms: number): number {
  return Math.max(0, Math.floor(ms / FRAME_MS) - 1)
}
