/** A write that takes longer than this, ms, is reported to the user. On a full disk a write may never finish. */
const COMMIT_LIMIT_MS = 10_000

/** Like setTimeout, but returns the function that cancels it. */
export type After = (ms: number, then: () => void) => () => void

export type CommitWatch = {
  readonly limitMs: number
  readonly after: After
  /** Called with false when a write is overdue or fails for lack of space, and with true when one succeeds. */
  readonly report: (isSaving: boolean) => void
}

export function makeCommitWatch(report: CommitWatch['report']): CommitWatch {
  return { limitMs: COMMIT_LIMIT_MS, after: callLater, report }
}

export function callLater(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}
