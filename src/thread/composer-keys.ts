/** What a key asks of the composer, beside its commands. Letters and signs are for writing; only chords act, and `/` where a line begins. */
export type ComposerChord = 'undo' | 'next hole' | 'previous hole'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

export function chordOf(key: Key): ComposerChord | null {
  // Alt writes letters in many layouts, and AltGr is Ctrl and Alt.
  if (key.altKey) return null
  const hasMod = key.ctrlKey || key.metaKey
  if (key.key === 'Tab' && !hasMod) return key.shiftKey ? 'previous hole' : 'next hole'
  if (hasMod && !key.shiftKey && key.key.toLowerCase() === 'z') return 'undo'
  return null
}

/** Whether the caret stands where a line begins: a slash there asks for a snippet. */
export function isAtLineStart(text: string, caret: number): boolean {
  return caret === 0 || text.charAt(caret - 1) === '\n'
}
