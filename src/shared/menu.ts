/** A command in the system's menu bar. */
export type MenuEntry = {
  readonly id: string
  readonly title: string
  /** An Electron accelerator for keys with Ctrl or ⌘; null for single keys, which a menu would intercept while the user types. */
  readonly accelerator: string | null
}

export type MenuSection = {
  /** The menu that shows the entries. */
  readonly name: 'app' | 'file' | 'conversation' | 'go' | 'help'
  readonly entries: readonly MenuEntry[]
}
