import type { DraftVersion } from '../db/rows.ts'

/** As many as a person looks through. */
const MAX_VERSIONS = 20
/** UTF-16 units in one conversation: a pasted log must not fill the device. The newest is kept whatever its length. */
const MAX_CHARACTERS = 200_000

/** Adds words to the versions of a draft, the newest first. What the new ones go on from, or say again, goes; so do the oldest. */
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
