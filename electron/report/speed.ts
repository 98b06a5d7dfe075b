import { app } from 'electron'
import type { MainSpeed, ProcessKind, ProcessMemory } from '../../src/shared/speed/main-speed.ts'

/** Notes when the first window is created. Returns the function that reads the times and the memory of all processes now. */
export function watchSpeed(now: () => number): () => MainSpeed {
  let windowAt: number | null = null
  app.once('browser-window-created', () => {
    windowAt = now()
  })
  // Unknown on some systems: then the time at which this file ran comes closest.
  const startedAt = process.getCreationTime() ?? now()
  return () => ({ startedAt, windowAt, processes: memoryOf(app.getAppMetrics()) })
}

type Metric = { readonly type: string; readonly memory: { readonly workingSetSize: number } }

const KINDS: Readonly<Record<string, ProcessKind>> = { Browser: 'main', Tab: 'window', GPU: 'gpu' }

/** Adds up Electron's metrics, whose sizes are kB of 1,024 bytes, by kind of process, the largest first. */
export function memoryOf(metrics: readonly Metric[]): readonly ProcessMemory[] {
  const byKind = new Map<ProcessKind, { readonly count: number; readonly bytes: number }>()
  for (const { type, memory } of metrics) {
    const kind = KINDS[type] ?? 'other'
    const { count, bytes } = byKind.get(kind) ?? { count: 0, bytes: 0 }
    byKind.set(kind, { count: count + 1, bytes: bytes + memory.workingSetSize * 1_024 })
  }
  return [...byKind].map(([kind, sum]) => ({ kind, ...sum })).sort((a, b) => b.bytes - a.bytes)
}
