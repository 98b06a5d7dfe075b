/** What a key asks of the composer. Letters and signs are for writing; only chords act, and `/` where a line begins. */
export type ComposerChord = 'send' | 'send and resolve' | 'snippets' | 'undo' | 'next hole' | 'previous hole'

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

export function chordOf(key: Key): ComposerChord | null {
  // Alt writes letters in many layouts, and AltGr is Ctrl and Alt.
  if (key.altKey) return null
  const hasMod = key.ctrlKey || key.metaKey
  if (key.key === 'Enter' && hasMod) return key.shiftKey ? 'send and resolve' : 'send'
  if (key.key === 'Tab' && !hasMod) return key.shiftKey ? 'previous hole' : 'next hole'
  // Where the semicolon is on another key, its own place does as well.
  if (hasMod && (key.key === ';' || (key.code === 'Semicolon' && !key.shiftKey))) return 'snippets'
  if (hasMod && !key.shiftKey && key.key.toLowerCase() === 'z') return 'undo'
  return null
}

/** Whether the caret stands where a line begins: a slash there asks for a snippet. */
export function isAtLineStart(text: string, caret: number): boolean {
  return caret === 0 || text.charAt(caret - 1) === '\n'
}
