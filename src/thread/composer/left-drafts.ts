/**
 * Composers that were left while their last words were still on the way to the database. A thread
 * that is opened again waits for them: it would begin with an older draft and then write over the newer one.
 */
const left = new Map<string, Promise<void>>()

/** `settled` resolves once the words are kept, and never rejects. */
export function leaveDraft(conversationId: string, settled: Promise<void>): void {
  const waiting = settled.then(() => {
    if (left.get(conversationId) === waiting) left.delete(conversationId)
  })
  left.set(conversationId, waiting)
}

/** Resolves once nothing of this conversation's draft is on its way. */
export async function leftDraftKept(conversationId: string): Promise<void> {
  await left.get(conversationId)
}
