import type { PressFacts } from './press.ts'

/** What was typed for a field that is not drawn yet, and one press more; the same words where a press writes nothing. */
export function typeAhead(words: string, { key, ...held }: PressFacts, onMac: boolean): string {
  if (held.isComposing || held.metaKey) return words
  // A Mac's Option writes letters, and so does AltGr, which some systems tell as Ctrl and Alt.
  const isWrittenByLayout = held.isAltGraph || (held.altKey && held.ctrlKey !== onMac)
  if ((held.ctrlKey || held.altKey) && !isWrittenByLayout) return words
  const characters = [...words]
  if (key === 'Backspace') return characters.slice(0, -1).join('')
  return [...key].length === 1 ? words + key : words
}
