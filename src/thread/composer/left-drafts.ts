/**
 * Drafts that were still being saved when their composer closed. A thread that opens again waits for them:
 * otherwise it would start with the older draft and overwrite the newer one.
 */
const pendingSaves = new Map<string, Promise<void>>()

/** `settled` resolves when the draft is saved, and never rejects. */
export function leaveDraft(conversationId: string, settled: Promise<void>): void {
  const waiting = settled.then(() => {
    if (pendingSaves.get(conversationId) === waiting) pendingSaves.delete(conversationId)
  })
  pendingSaves.set(conversationId, waiting)
}

/** Resolves when no save of this conversation's draft is pending. */
export async function leftDraftKept(conversationId: string): Promise<void> {
  await pendingSaves.get(conversationId)
}

/** Resolves when no save of any draft is pending. */
export async function leftDraftsKept(): Promise<void> {
  await Promise.all(pendingSaves.values())
}
