/** The fields of a KeyboardEvent that decide a press. */
export type PressFacts = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isAltGraph: boolean
  readonly isComposing: boolean
  readonly keyCode: number
}

/** The meaning of a press, independent of the keyboard layout. */
export type Press = {
  /** ⌘ on a Mac, Ctrl elsewhere. */
  readonly hasMod: boolean
  readonly hasShift: boolean
  /** A lower-case letter, a digit, a symbol, or a name such as `Enter`. */
  readonly key: string
}

/** Unfinished characters, and presses that an input method handles. */
const NOT_YET = new Set(['Dead', 'Process', 'Unidentified', 'Compose'])
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn', 'OS', 'Hyper'])

/** The key code of every press that an input method handles. */
export const IME_KEY_CODE = 229

/** On a layout of another script, the position on the keyboard decides the key. */
const KEYS_BY_CODE: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Slash: '/',
  Backslash: '\\',
  Backquote: '`',
}

/**
 * The meaning of a press; null when it has none. Alt and AltGr write letters on many keyboards (Polish ą, German @), so with them only a
 * symbol counts: `#` is AltGr+3 in France and Option+3 in Britain.
 */
export function pressOf(facts: PressFacts, onMac: boolean): Press | null {
  if (facts.isComposing || facts.keyCode === IME_KEY_CODE) return null
  if (NOT_YET.has(facts.key) || MODIFIERS.has(facts.key)) return null
  const isWrittenByLayout = facts.isAltGraph || (onMac && facts.altKey && !facts.ctrlKey && !facts.metaKey)
  if (isWrittenByLayout) return isSymbol(facts.key) ? { hasMod: false, hasShift: false, key: facts.key } : null
  const hasOtherMod = onMac ? facts.ctrlKey : facts.metaKey
  if (facts.altKey || hasOtherMod) return null
  const hasMod = onMac ? facts.metaKey : facts.ctrlKey
  const key = meantKey(facts, hasMod)
  // The layout decides how a symbol is typed: `?` is Shift+/ on a US keyboard and Shift+ß on a German one.
  return { hasMod, hasShift: facts.shiftKey && !isSymbol(key) && !isDigit(key), key }
}

function meantKey({ key, code }: PressFacts, hasMod: boolean): string {
  if (key === ' ') return 'Space'
  if (!isCharacter(key)) return key
  // On a French keyboard digits need Shift, so Ctrl+1 arrives as Ctrl+&.
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (hasMod && digit !== undefined) return digit
  // With Ctrl the position decides for any letter outside a–z, even a Latin one: Ctrl+ö on a German keyboard is Ctrl+;.
  if (/^\p{Letter}$/u.test(key) && (hasMod ? !/^[a-z]$/i.test(key) : !/^\p{Script=Latin}$/u.test(key))) {
    return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? KEYS_BY_CODE[code] ?? key
  }
  return key.toLowerCase()
}

function isCharacter(key: string): boolean {
  return [...key].length === 1
}

function isSymbol(key: string): boolean {
  return isCharacter(key) && !/^[\p{Letter}\p{Number}\p{Mark}\s]$/u.test(key)
}

function isDigit(key: string): boolean {
  return /^\d$/.test(key)
}

/** Spells a press: `$mod+Shift+k`, `g`, `#`. */
export function spellPress({ hasMod, hasShift, key }: Press): string {
  return `${hasMod ? '$mod+' : ''}${hasShift ? 'Shift+' : ''}${key}`
}

/** The presses of spelled keys: `g i` has two. Null when the spelling is invalid. */
export function parseKeys(keys: string): readonly Press[] | null {
  const presses = keys.split(' ').map((spelling) => {
    const [, mod, shift, key] = /^(\$mod\+)?(Shift\+)?(.+)$/u.exec(spelling) ?? []
    if (key === undefined || !(isCharacter(key) || /^[A-Z][A-Za-z0-9]{1,19}$/.test(key))) return null
    return { hasMod: mod !== undefined, hasShift: shift !== undefined, key: isCharacter(key) ? key.toLowerCase() : key }
  })
  const known = presses.filter((press) => press !== null)
  return known.length === presses.length && known.length <= MAX_PRESSES ? known : null
}

/** A key sequence such as G then I. */
const MAX_PRESSES = 2

/** One character without Ctrl or ⌘. The single-key setting turns these keys off. */
export function isTyping({ hasMod, key }: Press): boolean {
  return !hasMod && (isCharacter(key) || key === 'Space')
}
