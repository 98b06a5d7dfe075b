import type { ConversationSummary } from '../db/overlay.ts'
import { useView } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import type { Command, CommandContext } from './command.ts'
import { isComposer, threadOnScreen } from './keys/dom.ts'
import { nameOf } from './keys/keymap.ts'
import { useCommandSettings } from './settings.ts'
import { targetsOf } from './targets.ts'

/** Where a command is run from, when it is not from where the selection and the focus are. */
type Whereabouts = {
  readonly conversation?: ConversationSummary | null
  readonly conversationIds?: readonly string[]
  readonly focus?: Element | null
  readonly isConfirmed?: boolean
}

/** The situation as it is at this moment: what a command is about is settled here, at the press. */
export function readContext(open: OpenWorkspace, from: Whereabouts = {}): CommandContext {
  const view = useView.getState()
  const { focus = document.activeElement, conversation = null, isConfirmed = false } = from
  const conversationIds = from.conversationIds ?? targetsOf(view, () => threadOnScreen(focus))
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

/** Runs a command if it can be run. False when it could not. */
export function runCommand(command: Command, context: CommandContext): boolean {
  if (!canRun(command, context)) return false
  command.run(context)
  return true
}
