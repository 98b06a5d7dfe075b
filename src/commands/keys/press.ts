/** What is known of a key press, as the engine tells it. */
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

/** What a press means, whatever the layout it was made on: the key, and what was held with it on purpose. */
export type Press = {
  /** ⌘ on a Mac, Ctrl elsewhere. */
  readonly hasMod: boolean
  readonly hasShift: boolean
  /** A lower-case letter, a digit, a symbol, or a name such as `Enter`. */
  readonly key: string
}

/** Half-made characters, and presses that an input method has taken. */
const NOT_YET = new Set(['Dead', 'Process', 'Unidentified', 'Compose'])
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn', 'OS', 'Hyper'])

/** The key code of every press that an input method is busy with. */
export const IME_KEY_CODE = 229

/** Where a layout has a letter of another script, the place on the keyboard says which key is meant. */
const PLACES: Readonly<Record<string, string>> = {
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
 * The meaning of a press; null where it means nothing to us. Alt and AltGr write letters on many keyboards (Polish ą, German @), so
 * with them only a symbol counts, and as itself: `#` is AltGr+3 in France and Option+3 in Britain.
 */
export function pressOf(facts: PressFacts, onMac: boolean): Press | null {
  if (facts.isComposing || facts.keyCode === IME_KEY_CODE) return null
  if (NOT_YET.has(facts.key) || MODIFIERS.has(facts.key)) return null
  const isWrittenByLayout = facts.isAltGraph || (onMac && facts.altKey && !facts.ctrlKey && !facts.metaKey)
  if (isWrittenByLayout) return isSymbol(facts.key) ? { hasMod: false, hasShift: false, key: facts.key } : null
  const hasOtherMod = onMac ? facts.ctrlKey : facts.metaKey
  if (facts.altKey || hasOtherMod) return null
  const hasMod = onMac ? facts.metaKey : facts.ctrlKey
  const key = keyMeant(facts, hasMod)
  // How a symbol is reached is the layout's affair: `?` is Shift+/ here and Shift+ß there.
  return { hasMod, hasShift: facts.shiftKey && !isSymbol(key) && !isDigit(key), key }
}

function keyMeant({ key, code }: PressFacts, hasMod: boolean): string {
  if (key === ' ') return 'Space'
  if (!isCharacter(key)) return key
  // On a French keyboard the digits are behind Shift, and Ctrl+1 is Ctrl+&.
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (hasMod && digit !== undefined) return digit
  // Such a letter is never meant with Ctrl: there the place decides even where the script is Latin, as for Ctrl+; on Germany's ö.
  if (/^\p{Letter}$/u.test(key) && (hasMod ? !/^[a-z]$/i.test(key) : !/^\p{Script=Latin}$/u.test(key))) {
    return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? PLACES[code] ?? key
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

/** As it is written down: `$mod+Shift+k`, `g`, `#`. */
export function spellPress({ hasMod, hasShift, key }: Press): string {
  return `${hasMod ? '$mod+' : ''}${hasShift ? 'Shift+' : ''}${key}`
}

/** The presses of a key as it is written down, one after the other: `g i` has two. Null where it is not one of ours. */
export function parseKeys(keys: string): readonly Press[] | null {
  const presses = keys.split(' ').map((spelling) => {
    const [, mod, shift, key] = /^(\$mod\+)?(Shift\+)?(.+)$/u.exec(spelling) ?? []
    if (key === undefined || !(isCharacter(key) || /^[A-Z][A-Za-z0-9]{1,19}$/.test(key))) return null
    return { hasMod: mod !== undefined, hasShift: shift !== undefined, key: isCharacter(key) ? key.toLowerCase() : key }
  })
  const known = presses.filter((press) => press !== null)
  return known.length === presses.length && known.length <= MAX_PRESSES ? known : null
}

/** G, then I: nobody remembers three. */
const MAX_PRESSES = 2

/** One character without Ctrl or ⌘: what typing is made of, and what the switch for single keys turns off. */
export function isTyping({ hasMod, key }: Press): boolean {
  return !hasMod && (isCharacter(key) || key === 'Space')
}
