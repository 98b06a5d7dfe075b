/** How long a write may take before the person is told, ms. A full disk can leave one that never ends. */
const COMMIT_LIMIT_MS = 10_000

/** Calls back once, later; gives the way to call it off. */
export type After = (ms: number, then: () => void) => () => void

export type CommitWatch = {
  readonly limitMs: number
  readonly after: After
  /** Whether this computer saves: told when a write is overdue or refused for want of space, and again when one succeeds. */
  readonly report: (isSaving: boolean) => void
}

export function makeCommitWatch(report: CommitWatch['report']): CommitWatch {
  return { limitMs: COMMIT_LIMIT_MS, after: callLater, report }
}

export function callLater(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}
