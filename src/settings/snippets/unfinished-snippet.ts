import type { Snippet } from '../../db/snippets.ts'

/** The unfinished form of each workspace. It outlives the dialog, so that a stray Escape does not lose text. */
const kept = new Map<string, Snippet>()

export function readUnfinished(workspaceId: string): Snippet | null {
  return kept.get(workspaceId) ?? null
}

/** Keeps the form until the window closes, and returns it. Null forgets it. */
export function keepUnfinished(workspaceId: string, snippet: Snippet | null): Snippet | null {
  if (snippet === null) kept.delete(workspaceId)
  else kept.set(workspaceId, snippet)
  return snippet
}
