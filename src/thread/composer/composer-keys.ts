import type { Press } from '../../commands/keys/press.ts'

/** What a key asks of the composer, beside its commands. Letters and signs are for writing; only chords act, and `/` where a line begins. */
export type ComposerChord = 'undo' | 'redo' | 'next placeholder' | 'previous placeholder'

/** By what the press means in any layout. Null where it goes its usual way. */
export function chordOf({ key, hasMod, hasShift }: Press): ComposerChord | null {
  if (key === 'Tab' && !hasMod) return hasShift ? 'previous placeholder' : 'next placeholder'
  if (!hasMod) return null
  if (key === 'z') return hasShift ? 'redo' : 'undo'
  return key === 'y' && !hasShift ? 'redo' : null
}

/** Whether the caret stands where a line begins: a slash there asks for a snippet. */
export function isAtLineStart(text: string, caret: number): boolean {
  return caret === 0 || text.charAt(caret - 1) === '\n'
}
