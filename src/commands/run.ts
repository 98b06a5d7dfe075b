import type { ConversationSummary } from '../db/overlay.ts'
import { splitRowKey } from '../catalogue/row-key.ts'
import { text } from '../strings/text.ts'
import { actFor, showToast, useView } from '../view.ts'
import type { View } from '../view-state.ts'
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
  const { conversationIds: given } = overrides
  const readKeys = (): readonly string[] => targetsOf(view, () => threadOnScreen(focus))
  const targets = given === undefined ? placeTargets(open, view, readKeys()) : { open, ids: given }
  const conversationIds = targets?.ids ?? []
  const isOne = conversationIds.length === 1 && conversationIds[0] === conversation?.id
  return {
    open: targets?.open ?? open,
    view,
    conversationIds,
    isAcross: targets === null,
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

/** The conversations of row keys, with their workspace; null when they are of several. */
function placeTargets(open: OpenWorkspace, { acting }: Pick<View, 'acting'>, keys: readonly string[]) {
  const [first] = keys
  if (acting === null || first === undefined) return { open, ids: keys }
  const { workspaceId } = splitRowKey(first)
  const places = keys.map(splitRowKey)
  if (places.some((place) => place.workspaceId !== workspaceId)) return null
  return { open: open.workspaces.find(workspaceId) ?? open, ids: places.map(({ conversationId }) => conversationId) }
}

/** Runs a command. Returns false when it can't run. */
export function runCommand(command: Command, context: CommandContext): boolean {
  if (context.isAcross && command.scope === 'thread') {
    showToast(text('commands.changed.across'))
    return true
  }
  if (context.conversationIds.length > 0 && context.view.acting !== null) {
    // A command changes what is on screen too, so it runs in the acting workspace.
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
