import type { CDPSession } from 'playwright-core'

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** "p50 12.3, p95 20.1 ms" */
export function spread(values: readonly number[]): string {
  return `p50 ${quantile(values, 0.5).toFixed(1)}, p95 ${quantile(values, 0.95).toFixed(1)} ms`
}

/** A figure beside the baseline of the same run. Only the ratio can be compared between machines. */
export function printBeside(what: string, values: readonly number[], floor: readonly number[]): void {
  const ratio = quantile(values, 0.5) / quantile(floor, 0.5)
  console.log(`${what}: ${spread(values)} | floor: ${spread(floor)} | ratio of the medians ${ratio.toFixed(2)}`)
}

/** Total work of the page's main thread so far, ms. */
export async function workMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

/** The page's heap after garbage collection, MB. */
export async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}
