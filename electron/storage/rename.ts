import { renameSync } from 'node:fs'
import { rename } from 'node:fs/promises'

/** On Windows, a virus scanner or a backup program that reads the file makes a rename fail for a moment. */
const PASSING: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY'])
/** Waits before each retry, ms. Together they are short enough to block the main process. */
const DELAYS_MS = [10, 30, 90, 270] as const

type Rename<Done> = (from: string, to: string) => Done

/** Renames a file, and retries a few times when another program uses it. Throws the last error. */
export function renameRetrying(
  from: string,
  to: string,
  work: Rename<void> = renameSync,
  wait: (delayMs: number) => void = blockFor,
): void {
  for (const delayMs of DELAYS_MS) {
    try {
      return work(from, to)
    } catch (error) {
      if (!isPassing(error)) throw error
      wait(delayMs)
    }
  }
  work(from, to)
}

/** The same without blocking. */
export async function renameRetryingLater(
  from: string,
  to: string,
  work: Rename<Promise<void>> = rename,
  wait: (delayMs: number) => Promise<void> = waitFor,
): Promise<void> {
  for (const delayMs of DELAYS_MS) {
    try {
      return await work(from, to)
    } catch (error) {
      if (!isPassing(error)) throw error
      await wait(delayMs)
    }
  }
  await work(from, to)
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && PASSING.has(String(error.code))
}

function blockFor(delayMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delayMs)
}

function waitFor(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs))
}
