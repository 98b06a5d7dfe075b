import type { PageStart } from '../shared/speed/start-phases.ts'

/** ms after the page's origin. The first is the time at which this file runs, among the first of the page's script. */
const marks: { script: number; list: number | null; full: number | null } = {
  script: performance.now(),
  list: null,
  full: null,
}

/** Notes the end of a phase, the first time only. */
export function markStart(phase: 'list' | 'full'): void {
  marks[phase] ??= performance.now()
}

export function readStartMarks(): PageStart {
  return { originAt: performance.timeOrigin, ...marks }
}
