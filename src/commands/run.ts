import type { ConversationSummary } from '../db/overlay.ts'
import { useView } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import type { Command, CommandContext } from './command.ts'
import { isComposer, threadOnScreen } from './keys/dom.ts'
import { nameOf } from './keys/keymap.ts'
import { useCommandSettings } from './settings.ts'
import { targetsOf } from './targets.ts'

/** Replaces the selection and the focus that a command would use. */
type ContextOverrides = {
  readonly conversation?: ConversationSummary | null
  readonly conversationIds?: readonly string[]
  readonly focus?: Element | null
  readonly isConfirmed?: boolean
}

/** The context at this moment. It decides, at the key press, which conversations a command applies to. */
export function readContext(open: OpenWorkspace, overrides: ContextOverrides = {}): CommandContext {
  const view = useView.getState()
  const { focus = document.activeElement, conversation = null, isConfirmed = false } = overrides
  const conversationIds = overrides.conversationIds ?? targetsOf(view, () => threadOnScreen(focus))
  const isOne = conversationIds.length === 1 && conversationIds[0] === conversation?.id
  return {
    open,
    view,
    conversationIds,
    conversation: isOne ? conversation : null,
    isWriting: isComposer(focus),
    isConfirmed,
  }
}

export function canRun(command: Command, context: CommandContext): boolean {
  return command.canRun?.(context) !== false
}

export function titleOf(command: Command, context: CommandContext): string {
  return command.titleNow?.(context) ?? nameOf(command, useCommandSettings.getState())
}

/** Runs a command. Returns false when it can't run. */
export function runCommand(command: Command, context: CommandContext): boolean {
  if (!canRun(command, context)) return false
  command.run(context)
  return true
}
