/** A command in the system's menu bar. */
export type MenuEntry = {
  readonly id: string
  readonly title: string
  /** In Electron's format, for keys with Ctrl or ⌘ and function keys; null for other keys, which a menu would take from typing. */
  readonly accelerator: string | null
}

export type MenuSection = {
  readonly name: 'app' | 'file' | 'conversation' | 'go' | 'help'
  readonly entries: readonly MenuEntry[]
}

const ACCELERATOR =
  /^(CmdOrCtrl\+)?(Shift\+)?([A-Z0-9,.;/[\]\\'`=-]|F\d{1,2}|Enter|Escape|Up|Down|Left|Right|Backspace|Delete|Home|End|Page(Up|Down))$/

/** True for the accelerators that the app uses. Electron throws when it cannot parse one. */
export function isAccelerator(text: string): boolean {
  return ACCELERATOR.test(text)
}
