/** A command as the system's menu bar shows it. */
export type MenuEntry = {
  readonly id: string
  readonly title: string
  /** In Electron's words, for keys with Ctrl or ⌘; null for a command whose keys would steal typing from a menu. */
  readonly accelerator: string | null
}

export type MenuSection = {
  /** Which menu they stand in. */
  readonly name: 'app' | 'file' | 'conversation' | 'go' | 'help'
  readonly entries: readonly MenuEntry[]
}
