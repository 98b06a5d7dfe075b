import type { FieldName } from '../db/rows.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import type { MenuSection } from '../shared/menu.ts'
import { text } from '../strings/text.ts'
import type { View } from '../view/view-state.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import type { Part } from './parts/parts.ts'

/** Shortcut presets. Persisted: add freely; an unknown name counts as the first. */
export const PRESETS = ['clarion', 'gmail', 'superhuman'] as const
export type KeyPreset = (typeof PRESETS)[number]

/** Commands are listed by group, in this order. */
export const GROUPS = ['navigation', 'selection', 'conversation', 'writing', 'go-to', 'app', 'settings'] as const
export type Group = (typeof GROUPS)[number]

export const GROUP_TITLES: Readonly<Record<Group, string>> = {
  navigation: text('commands.group.navigation'),
  selection: text('commands.group.selection'),
  conversation: text('commands.group.conversation'),
  writing: text('commands.group.writing'),
  'go-to': text('commands.group.goTo'),
  app: text('commands.group.app'),
  settings: text('commands.group.settings'),
}

/**
 * Where a command's keys work: everywhere, with a list on screen, with a conversation selected, with the focus in the composer, or in an
 * open dialog, where no other keys work.
 */
export type Scope = 'global' | 'list' | 'thread' | 'composer' | 'dialog'

/** How the user finishes conversations: this command has E, the other one has #, and "Send and …" uses it. */
export const FINISHES = ['resolve', 'close'] as const
export type FinishKeys = (typeof FINISHES)[number]

type Keys = { readonly clarion: readonly string[] } & Partial<Record<KeyPreset, readonly string[]>>

/** An action of the user. Keys, palette, menus, tooltips and help are generated from it. */
export type Command = {
  /** Persisted with the user's own keys: rename only with a migration. */
  readonly id: string
  readonly title: string
  /** The title in a context, such as "Mark as read" or "Mark as unread". */
  readonly titleNow?: (context: CommandContext) => string
  readonly group: Group
  /** Its menu in the system's menu bar, where entries follow the order of the registry. A command without it is in no menu. */
  readonly menu?: MenuSection['name']
  readonly scope: Scope
  /**
   * For commands on conversations. `one`: runs in the conversation's workspace, which becomes the acting one. `several`: runs on all parts,
   * so in All inboxes on conversations of several workspaces.
   */
  readonly targets?: 'one' | 'several'
  /** As spelled by press.ts. A preset that is left out has Clarion's keys. The first is the one that is shown. */
  readonly keys: Keys
  /** Differences for users who finish conversations by closing, not by resolving them. */
  readonly whenClosing?: { readonly keys?: Keys; readonly title?: string }
  /** Shown instead of keys when it has none: why, or where else it is. */
  readonly keyless?: string
  /** Other search terms for it. */
  readonly aliases?: readonly string[]
  /** Its keys with Ctrl or ⌘, and Escape, also work while a text field has the focus. */
  readonly worksInText?: true
  /** Also runs while a dialog is open: by the application menu, and by its keys with Ctrl or ⌘. */
  readonly worksInDialogs?: true
  /** Repeats while the key is held down. */
  readonly repeats?: true
  /** False while it would never do anything: the menu bar leaves it out. Commands without it are always offered. */
  readonly isOffered?: (open: OpenWorkspace) => boolean
  readonly canRun?: (context: CommandContext) => boolean
  readonly run: (context: CommandContext) => unknown
  readonly undo: Undo
}

/** The field that undo restores, or why undo does not apply, in English for docs/keys.md. */
export type Undo = { readonly why: string } | { readonly restore: FieldName }

export type CommandContext = {
  /** The workspace of the conversations, or the one that acts. */
  readonly open: OpenWorkspace
  readonly view: View
  /** What the command applies to: the picked conversations, else the selected one; or the row whose menu is open. Empty for none. */
  readonly parts: readonly Part[]
  /** Those of `open`. Empty when they are of several workspaces: only commands for several apply then. */
  readonly conversationIds: readonly string[]
  /** The conversation, if it is only one and was read; null otherwise. */
  readonly conversation: ConversationSummary | null
  /** The composer had the focus. */
  readonly isWriting: boolean
  /** The user has confirmed the change, or it needs no confirmation. */
  readonly isConfirmed: boolean
}

export const NO_CHANGE: Undo = { why: 'It changes nothing.' }
