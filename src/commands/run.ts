import type { ConversationSummary } from '../db/overlay.ts'
import { useView } from '../view/view.ts'
import { actFor } from '../view/workspace-view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import type { Command, CommandContext } from './command.ts'
import { isComposer, threadOnScreen } from './keys/dom.ts'
import { nameOf } from './keys/keymap.ts'
import { type Part, partOf, partsOf } from './parts/parts.ts'
import { useCommandSettings } from './settings.ts'
import { targetsOf } from './targets.ts'

/** Replaces the selection and the focus that a command would use. */
type ContextOverrides = {
  readonly conversation?: ConversationSummary | null
  /** Conversations of the workspace that is passed. */
  readonly conversationIds?: readonly string[]
  /** Conversations of any workspaces; wins over `conversationIds`. */
  readonly parts?: readonly Part[]
  readonly focus?: Element | null
  readonly isConfirmed?: boolean
}

/** The context at this moment. It decides, at the key press, which conversations a command applies to. */
export function readContext(open: OpenWorkspace, overrides: ContextOverrides = {}): CommandContext {
  const view = useView.getState()
  const { focus = document.activeElement, conversation = null, isConfirmed = false } = overrides
  const parts = overrides.parts ?? givenParts(open, overrides) ?? selectedParts(open, focus)
  const [only, ...others] = parts
  const target = others.length === 0 && only !== undefined && only.open !== null ? only : null
  const conversationIds = target?.conversationIds ?? []
  const isOne = conversationIds.length === 1 && conversationIds[0] === conversation?.id
  return {
    open: target?.open ?? open,
    view,
    parts,
    conversationIds,
    conversation: isOne ? conversation : null,
    isWriting: isComposer(focus),
    isConfirmed,
  }
}

function givenParts(open: OpenWorkspace, { conversationIds }: ContextOverrides): readonly Part[] | null {
  if (conversationIds === undefined) return null
  return conversationIds.length === 0 ? [] : [partOf(open, conversationIds)]
}

function selectedParts(open: OpenWorkspace, focus: Element | null): readonly Part[] {
  const view = useView.getState()
  const keys = targetsOf(view, () => threadOnScreen(focus))
  return partsOf(open, view.acting, keys)
}

export function canRun(command: Command, context: CommandContext): boolean {
  return command.canRun?.(context) !== false
}

export function titleOf(command: Command, context: CommandContext): string {
  return command.titleNow?.(context) ?? nameOf(command, useCommandSettings.getState())
}

/** Runs a command. Returns false when it can't run. */
export function runCommand(command: Command, context: CommandContext): boolean {
  if (command.targets === 'one' && context.conversationIds.length > 0 && context.view.acting !== null) {
    // It opens the conversation or one of its fields.
    actFor(context.open.workspace.id)
    return runHere(command, { ...context, view: useView.getState() })
  }
  return runHere(command, context)
}

function runHere(command: Command, context: CommandContext): boolean {
  if (!canRun(command, context)) return false
  command.run(context)
  return true
}
