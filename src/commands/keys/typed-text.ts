import type { PressFacts } from './press.ts'

/** The text for a field that isn't drawn yet, after one more press; null when the press types nothing. */
export function typedText(text: string, { key, ...held }: PressFacts, onMac: boolean): string | null {
  if (held.isComposing || held.metaKey) return null
  // Option on a Mac and AltGr type letters. Some systems report AltGr as Ctrl and Alt.
  const isWrittenByLayout = held.isAltGraph || (held.altKey && held.ctrlKey !== onMac)
  if ((held.ctrlKey || held.altKey) && !isWrittenByLayout) return null
  if (key === 'Backspace') return [...text].slice(0, -1).join('')
  if (key === 'Enter') return `${text}\n`
  return [...key].length === 1 ? text + key : null
}
