import type { ConversationSummary } from '../db/overlay.ts'
import { useView } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import type { Command, CommandContext } from './command.ts'

/** Where a command is run from, when it is not from where the selection and the focus are. */
type Whereabouts = {
  readonly conversation?: ConversationSummary | null
  readonly conversationIds?: readonly string[]
  readonly focus?: Element | null
}

/** The situation as it is at this moment. */
export function readContext(open: OpenWorkspace, from: Whereabouts = {}): CommandContext {
  const view = useView.getState()
  const { focus = document.activeElement, conversation = null } = from
  return {
    open,
    view,
    conversationIds: from.conversationIds ?? (view.selectedId === null ? [] : [view.selectedId]),
    conversation,
    isWriting: isComposer(focus),
  }
}

export function isComposer(element: Element | null): boolean {
  return element?.id === 'reply'
}

export function canRun(command: Command, context: CommandContext): boolean {
  return command.canRun?.(context) !== false
}

export function titleOf(command: Command, context: CommandContext): string {
  return command.titleNow?.(context) ?? command.title
}

/** Runs a command if it can be run. False when it could not. */
export function runCommand(command: Command, context: CommandContext): boolean {
  if (!canRun(command, context)) return false
  command.run(context)
  return true
}
