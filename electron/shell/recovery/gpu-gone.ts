import { app } from 'electron'

/** Ms and crashes: a graphics process that ends this often doesn't draw any more. */
export const LOOP_MS = 10_000
export const LOOP_COUNT = 8

export type GpuGone = {
  readonly at: number
  /** Times of earlier ends, oldest first. */
  readonly earlier: readonly number[]
  /** Chromium draws without the graphics card already, so it has nothing left to fall back to. */
  readonly isSoftware: boolean
}

/**
 * What happens after the graphics process ended. Chromium starts another one. After three ends it leaves the graphics card out, and after
 * three more it kills the whole app without a word. `lift-limit` prevents that, because the window goes on drawing. `ask`: it doesn't.
 */
export function gpuGonePolicy({ at, earlier, isSoftware }: GpuGone): 'nothing' | 'lift-limit' | 'ask' {
  if (!isSoftware) return 'nothing'
  const recent = earlier.filter((time) => at >= time && at - time < LOOP_MS).length
  return recent + 1 >= LOOP_COUNT ? 'ask' : 'lift-limit'
}

/** Survives ends of the graphics process. `ask` tells the user that something failed. */
export function surviveGpuEnds(now: () => number, ask: () => void): void {
  const earlier: number[] = []
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type !== 'GPU' || reason === 'clean-exit') return
    const isSoftware = !app.getGPUFeatureStatus().gpu_compositing.startsWith('enabled')
    const decision = gpuGonePolicy({ at: now(), earlier, isSoftware })
    earlier.push(now())
    if (decision === 'nothing') return
    // Chromium reads it at each end of the process.
    app.commandLine.appendSwitch('disable-gpu-process-crash-limit')
    if (decision === 'ask') ask()
  })
}
