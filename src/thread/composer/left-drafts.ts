/** A conversation of one workspace: two servers may use the same id. */
export type DraftPlace = { readonly databaseName: string; readonly conversationId: string }

/**
 * Drafts that were still being saved when their composer closed, by `keyOf`. A thread that opens again waits for them:
 * otherwise it would start with the older draft and overwrite the newer one.
 */
const pendingSaves = new Map<string, Promise<void>>()

/** `settled` resolves when the draft is saved, and never rejects. */
export function leaveDraft(place: DraftPlace, settled: Promise<void>): void {
  const key = keyOf(place)
  const waiting = settled.then(() => {
    if (pendingSaves.get(key) === waiting) pendingSaves.delete(key)
  })
  pendingSaves.set(key, waiting)
}

/** Resolves when no save of this conversation's draft is pending. */
export async function leftDraftKept(place: DraftPlace): Promise<void> {
  await pendingSaves.get(keyOf(place))
}

/** Resolves when no save of any draft is pending. */
export async function leftDraftsKept(): Promise<void> {
  await Promise.all(pendingSaves.values())
}

function keyOf({ databaseName, conversationId }: DraftPlace): string {
  return JSON.stringify([databaseName, conversationId])
}
