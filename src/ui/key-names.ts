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
  esc: 'Esc',
}

export function isMac(): boolean {
  return navigator.userAgent.includes('Mac OS')
}

/** `$mod+Shift+Enter` as the caps to draw. A single letter is drawn as its cap, in upper case. */
export function keyNames(keys: string, onMac: boolean): readonly string[] {
  return keys
    .split(/[+ ](?=.)/)
    .map((part) => part.replace(/^\$/, ''))
    .map((part) => (onMac ? MAC : OTHER)[part.toLowerCase()] ?? EVERYWHERE[part.toLowerCase()] ?? capOf(part))
}

/** The same in the words of `aria-keyshortcuts`. */
export function ariaKeys(keys: string, onMac: boolean): string {
  return keys.replace(/\$?mod/gi, onMac ? 'Meta' : 'Control')
}

function capOf(part: string): string {
  return part.length === 1 ? part.toUpperCase() : part
}
