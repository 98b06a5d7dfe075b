import type { Press } from '../../commands/keys/press.ts'

/** The composer's own keys, besides commands. Letters and symbols are text: only chords act, and `/` at the start of a line. */
export type ComposerChord = 'undo' | 'redo' | 'next placeholder' | 'previous placeholder'

/** The chord of a key press, by its meaning in any keyboard layout. Null for a key that the composer does not handle. */
export function chordOf({ key, hasMod, hasShift }: Press): ComposerChord | null {
  if (key === 'Tab' && !hasMod) return hasShift ? 'previous placeholder' : 'next placeholder'
  if (!hasMod) return null
  if (key === 'z') return hasShift ? 'redo' : 'undo'
  return key === 'y' && !hasShift ? 'redo' : null
}

/** Whether the caret is at the start of a line, where a slash opens the snippets. */
export function isAtLineStart(text: string, caret: number): boolean {
  return caret === 0 || text.charAt(caret - 1) === '\n'
}
