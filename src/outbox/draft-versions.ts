import type { DraftVersion } from '../db/rows.ts'

/** More are not useful in a list that the user reads through. */
const MAX_VERSIONS = 20
/** For each conversation, in UTF-16 units: a pasted log must not fill the disk. The newest version is always kept. */
const MAX_CHARACTERS = 200_000

/** Adds a version to a draft's versions, newest first. Drops versions that the new text starts with, and the oldest beyond the limits. */
export function withVersion(versions: readonly DraftVersion[], added: DraftVersion): readonly DraftVersion[] {
  const kept = [added]
  let characters = added.text.length
  for (const version of versions) {
    if (added.text.startsWith(version.text)) continue
    characters += version.text.length
    if (kept.length === MAX_VERSIONS || characters > MAX_CHARACTERS) break
    kept.push(version)
  }
  return kept
}
