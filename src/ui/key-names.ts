const MAC: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥', ctrl: '⌃', enter: '↵', escape: 'esc' }
const OTHER: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  ctrl: 'Ctrl',
  enter: '↵',
  escape: 'Esc',
}
const EVERYWHERE: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  backspace: '⌫',
  delete: 'Del',
  contextmenu: 'Menu',
  esc: 'Esc',
}

/** For the ear: a voice says "Question mark" for `?` at best, and nothing at worst. */
const SAID: Readonly<Record<string, string>> = {
  mod: 'Control',
  escape: 'Escape',
  arrowup: 'Up arrow',
  arrowdown: 'Down arrow',
  arrowleft: 'Left arrow',
  arrowright: 'Right arrow',
  pageup: 'Page up',
  pagedown: 'Page down',
  contextmenu: 'Menu key',
  '?': 'Question mark',
  '#': 'Number sign',
  '/': 'Slash',
  '.': 'Full stop',
  ',': 'Comma',
  ';': 'Semicolon',
  '[': 'Left bracket',
  ']': 'Right bracket',
  '\\': 'Backslash',
  '`': 'Backquote',
  '~': 'Tilde',
}

export function isMac(): boolean {
  return navigator.userAgent.includes('Mac OS')
}

/** `$mod+Shift+Enter` as the caps to draw. A single letter is drawn as its cap, in upper case. */
export function keyNames(keys: string, onMac: boolean): readonly string[] {
  return partsOf(keys).map(
    (part) => (onMac ? MAC : OTHER)[part.toLowerCase()] ?? EVERYWHERE[part.toLowerCase()] ?? capOf(part),
  )
}

/** The same in words: `g i` is "G then I". */
export function keyWords(keys: string, onMac: boolean): string {
  const wordOf = (part: string): string =>
    onMac && part === 'mod' ? 'Command' : (SAID[part.toLowerCase()] ?? capOf(part))
  return keys
    .split(/ (?=.)/)
    .map((press) => partsOf(press).map(wordOf).join(' '))
    .join(' then ')
}

/** The same in the words of `aria-keyshortcuts`, which knows no keys one after the other. */
export function ariaKeys(keys: string, onMac: boolean): string {
  return keys.replace(/\$?mod/gi, onMac ? 'Meta' : 'Control')
}

function partsOf(keys: string): readonly string[] {
  return keys.split(/[+ ](?=.)/).map((part) => part.replace(/^\$/, ''))
}

function capOf(part: string): string {
  return part.length === 1 ? part.toUpperCase() : part
}
