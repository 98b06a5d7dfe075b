/** A read of a thread that has not ended. */
export type ThreadRead = {
  readonly conversationId: string
  /**
   * The answer to another read of this thread was stored during this one. The server may have answered them in any order, so this answer is
   * not stored, and the thread is read again.
   */
  isOvertaken: boolean
}

/** Runs functions one after another: each after all earlier ones have ended. If one fails, only its caller is told. */
export function makeTurns(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (run) => {
    const turn = last.then(run, run)
    last = turn
    return turn
  }
}

/** The reads of threads that have not ended. Their answers arrive in any order. */
export function makeReads() {
  const reads = new Set<ThreadRead>()
  return {
    start(conversationId: string): ThreadRead {
      const read = { conversationId, isOvertaken: false }
      reads.add(read)
      return read
    },
    noteStored(read: ThreadRead): void {
      for (const other of reads)
        if (other !== read && other.conversationId === read.conversationId) other.isOvertaken = true
    },
    end(read: ThreadRead): void {
      reads.delete(read)
    },
  }
}
