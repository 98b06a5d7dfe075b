/** Together with a subject, the actions and the field they fill about one line of a thread of 690 px. */
const MAX_CHARACTERS = 24
const MIN_SHOWN = 2
const MAX_SHOWN = 8

/** How many tags the header shows before the user asks for all. A single tag is never hidden behind "+1". */
export function countShownTags(labels: readonly string[]): number {
  let characters = 0
  const tooMany = labels.findIndex((label, index) => {
    characters += label.length
    return index >= MIN_SHOWN && (index >= MAX_SHOWN || characters > MAX_CHARACTERS)
  })
  return tooMany === -1 || tooMany >= labels.length - 1 ? labels.length : tooMany
}
