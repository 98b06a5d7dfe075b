import type { Result } from '../failure.ts'

export const PROCESS_KINDS = ['main', 'window', 'gpu', 'other'] as const
export type ProcessKind = (typeof PROCESS_KINDS)[number]

/** The memory of all processes of a kind. */
export type ProcessMemory = {
  readonly kind: ProcessKind
  readonly count: number
  /** The working set: pages that processes share count for each of them. */
  readonly bytes: number
}

/** What the main process knows of the app's speed. Times are epoch ms. */
export type MainSpeed = {
  /** When the main process was created. */
  readonly startedAt: number
  /** When the app's window was created; null before. */
  readonly windowAt: number | null
  readonly processes: readonly ProcessMemory[]
}

export interface SpeedBridge {
  readSpeed(input: Record<string, never>): Promise<Result<MainSpeed>>
}
