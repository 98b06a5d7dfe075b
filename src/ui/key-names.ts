import { text, type TextId } from '../strings/text.ts'

type KeyNameId = Exclude<Extract<TextId, `words.cap.${string}` | `words.key.${string}`>, 'words.key.then'>

const MAC: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥', ctrl: '⌃', escape: 'esc', esc: 'esc' }
const SYMBOLS: Readonly<Record<string, string>> = {
  enter: '↵',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
}
const CAPS: Readonly<Record<string, KeyNameId>> = {
  mod: 'words.cap.ctrl',
  shift: 'words.cap.shift',
  alt: 'words.cap.alt',
  ctrl: 'words.cap.ctrl',
  escape: 'words.cap.esc',
  esc: 'words.cap.esc',
  pageup: 'words.cap.pageUp',
  pagedown: 'words.cap.pageDown',
  home: 'words.cap.home',
  end: 'words.cap.end',
  delete: 'words.cap.delete',
  contextmenu: 'words.cap.menu',
}

/** Names for screen readers, which may not read symbols such as `?`. */
const SPOKEN: Readonly<Record<string, KeyNameId>> = {
  mod: 'words.key.control',
  shift: 'words.cap.shift',
  escape: 'words.key.escape',
  enter: 'words.key.enter',
  delete: 'words.key.delete',
  backspace: 'words.key.backspace',
  home: 'words.cap.home',
  end: 'words.cap.end',
  arrowup: 'words.key.up',
  arrowdown: 'words.key.down',
  arrowleft: 'words.key.left',
  arrowright: 'words.key.right',
  pageup: 'words.key.pageUp',
  pagedown: 'words.key.pageDown',
  contextmenu: 'words.key.menu',
  '?': 'words.key.questionMark',
  '#': 'words.key.hash',
  '/': 'words.key.slash',
  '.': 'words.key.fullStop',
  ',': 'words.key.comma',
  ';': 'words.key.semicolon',
  '[': 'words.key.leftBracket',
  ']': 'words.key.rightBracket',
  '\\': 'words.key.backslash',
  '`': 'words.key.backquote',
  '~': 'words.key.tilde',
}

export function isMac(): boolean {
  return navigator.userAgent.includes('Mac OS')
}

/** The key caps for `$mod+Shift+Enter`. A letter is in upper case. */
export function keyNames(keys: string, onMac: boolean): readonly string[] {
  return partsOf(keys).map((part) => {
    const key = part.toLowerCase()
    const symbol = (onMac ? MAC[key] : undefined) ?? SYMBOLS[key]
    return symbol ?? textOr(CAPS[key], capOf(part))
  })
}

/** The key that most shortcuts are pressed with: ⌘ on a Mac, Ctrl elsewhere, Strg in German. */
export function modName(onMac: boolean): string {
  return keyNames('mod', onMac).join('')
}

/** The keys for screen readers: `g i` is "G then I". */
export function keyWords(keys: string, onMac: boolean): string {
  const spoken = (part: string): string =>
    onMac && part === 'mod' ? text('words.key.command') : textOr(SPOKEN[part.toLowerCase()], capOf(part))
  return keys
    .split(/ (?=.)/)
    .map((press) => partsOf(press).map(spoken).join(' '))
    .reduce((first, next) => text('words.key.then', { first, next }))
}

/** The keys for `aria-keyshortcuts`, which supports no key sequences. */
export function ariaKeys(keys: string, onMac: boolean): string {
  return keys.replace(/\$?mod/gi, onMac ? 'Meta' : 'Control')
}

function partsOf(keys: string): readonly string[] {
  return keys.split(/[+ ](?=.)/).map((part) => part.replace(/^\$/, ''))
}

function capOf(part: string): string {
  return part.length === 1 ? part.toUpperCase() : part
}

function textOr(id: KeyNameId | undefined, otherwise: string): string {
  return id === undefined ? otherwise : text(id)
}
