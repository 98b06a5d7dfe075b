import type { After } from '../db/commit-watch.ts'
import type { Result } from '../shared/failure.ts'

/** How long saving and closing may take, ms. Main has refused the keys already, and reloads a page that hangs. */
const LIMIT_MS = 3_000

export type LockParts = {
  /** Removes everything from the screen, at once. Whatever is removed saves what was typed in it. */
  readonly cover: () => void
  /** Waits for those saves and closes the workspace. */
  readonly close: () => Promise<unknown>
  /** Lets main end this process, whose memory still holds what was on screen, and load the page anew. Answers only when that fails. */
  readonly done: () => Promise<Result<null>>
  readonly reload: () => void
  readonly after: After
}

/** Returns the function that locks the page. Only its first call does anything, because a lock ends with a new page. */
export function makePageLock({ cover, close, done, reload, after }: LockParts): () => void {
  let isLocking = false
  let isOver = false

  function end(): void {
    if (isOver) return
    isOver = true
    void replace()
  }

  /** A reload shows nothing either, but leaves memory to the garbage collection. */
  async function replace(): Promise<void> {
    try {
      if ((await done()).ok) return
    } catch {
      // As a failure.
    }
    reload()
  }

  return () => {
    if (isLocking) return
    isLocking = true
    // A new page shows nothing in any case, so it comes even after a bug here.
    const cancelTimeout = after(LIMIT_MS, end)
    const closed = coverAndClose(cover, close)
    void closed.finally(() => {
      cancelTimeout()
      end()
    })
  }
}

async function coverAndClose(cover: () => void, close: () => Promise<unknown>): Promise<void> {
  try {
    cover()
    await close()
  } catch {
    // The reload covers the rest.
  }
}
