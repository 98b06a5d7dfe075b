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

/** Names for screen readers, which may not read symbols such as `?`. */
const SPOKEN: Readonly<Record<string, string>> = {
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

/** The key caps for `$mod+Shift+Enter`. A letter is in upper case. */
export function keyNames(keys: string, onMac: boolean): readonly string[] {
  return partsOf(keys).map(
    (part) => (onMac ? MAC : OTHER)[part.toLowerCase()] ?? EVERYWHERE[part.toLowerCase()] ?? capOf(part),
  )
}

/** The keys for screen readers: `g i` is "G then I". */
export function keyWords(keys: string, onMac: boolean): string {
  const spoken = (part: string): string =>
    onMac && part === 'mod' ? 'Command' : (SPOKEN[part.toLowerCase()] ?? capOf(part))
  return keys
    .split(/ (?=.)/)
    .map((press) => partsOf(press).map(spoken).join(' '))
    .join(' then ')
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
