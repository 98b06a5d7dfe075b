import { createSystemClock } from '../../electron/sandbox/clock.ts'
import type { SandboxOptions } from '../../electron/sandbox/server.ts'

/** A server whose clock stands still. Its account is always the same, and small enough to be downloaded at once. */
export function frozenSandbox(at: number): SandboxOptions {
  return {
    answers: false,
    conversations: 60,
    seededAt: at,
    clock: { now: () => at, after: createSystemClock().after },
  }
}
