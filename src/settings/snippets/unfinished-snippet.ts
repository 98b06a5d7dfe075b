import type { Snippet } from '../../db/snippets.ts'

/** By workspace: the form as it was left. It outlives the dialog: one slip on Esc must not cost what was written. */
const kept = new Map<string, Snippet>()

export function readUnfinished(workspaceId: string): Snippet | null {
  return kept.get(workspaceId) ?? null
}

/** Keeps the form until the window is gone, and gives it back; null once it is done with. */
export function keepUnfinished(workspaceId: string, snippet: Snippet | null): Snippet | null {
  if (snippet === null) kept.delete(workspaceId)
  else kept.set(workspaceId, snippet)
  return snippet
}
