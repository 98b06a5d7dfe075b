import type { FieldName } from '../db/rows.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import type { MenuSection } from '../shared/menu.ts'
import type { View } from '../view-state.ts'
import type { OpenWorkspace } from '../workspace.tsx'

/** Ready-made sets of keys. Persisted: add freely; a name that is not known any more counts as the first. */
export const PRESETS = ['clarion', 'gmail', 'superhuman'] as const
export type KeyPreset = (typeof PRESETS)[number]

/** The headings under which commands are listed, in their order. */
export const GROUPS = ['Moving', 'Selecting', 'Conversation', 'Writing', 'Going to', 'App', 'Settings'] as const
export type Group = (typeof GROUPS)[number]

/**
 * Where a command can be reached: with a list on screen, with a conversation chosen, while the hands are in the composer, or while a
 * dialog is open, which keeps all other keys for itself.
 */
export type Scope = 'global' | 'list' | 'thread' | 'composer' | 'dialog'

/** What "done" means to a person: the one has E, the other has #, and what is sent and done with ends so. */
export const FINISHES = ['resolve', 'close'] as const
export type FinishKeys = (typeof FINISHES)[number]

type Keys = { readonly clarion: readonly string[] } & Partial<Record<KeyPreset, readonly string[]>>

/** Every action once. Keys, palette, menus, tooltips and help are all drawn from this. */
export type Command = {
  /** Persisted with a person's own keys: rename only with a migration. */
  readonly id: string
  readonly title: string
  /** The title where it is known what the command would do. */
  readonly titleNow?: (context: CommandContext) => string
  readonly group: Group
  /** Its menu in the system's menu bar, where entries follow the order of the registry. A command without it is in no menu. */
  readonly menu?: MenuSection['name']
  readonly scope: Scope
  /** As spelled by press.ts; a preset that is left out has Clarion's. The first is the one that is shown. */
  readonly keys: Keys
  /** What is otherwise for a person whose conversations end closed, not resolved. */
  readonly whenClosing?: { readonly keys?: Keys; readonly title?: string }
  /** Why it has no key, where it has none. */
  readonly keyless?: string
  /** Other words by which it is looked for. */
  readonly aliases?: readonly string[]
  /** Also while a text field has the focus: only for keys with Ctrl or ⌘, and for Escape. */
  readonly worksInText?: true
  /** Goes on while the key is held down. */
  readonly repeats?: true
  readonly canRun?: (context: CommandContext) => boolean
  readonly run: (context: CommandContext) => unknown
  readonly undo: Undo
}

/** What undo sets back after it, or why it does not. */
export type Undo = { readonly why: string } | { readonly restore: FieldName }

export type CommandContext = {
  readonly open: OpenWorkspace
  readonly view: View
  /** What the command is about: all that is picked, else what is selected; or the row whose menu is open. */
  readonly conversationIds: readonly string[]
  /** What is known of the one conversation; null where it has not been read: then it may be anything. */
  readonly conversation: ConversationSummary | null
  /** The focus was in the composer. */
  readonly isWriting: boolean
  /** The person was asked, where they are asked, and said yes. */
  readonly isConfirmed: boolean
}

export const NO_CHANGE = { why: 'It changes nothing.' } as const
