import { text } from '../../strings/text.ts'
import { isMac } from '../../ui/key-names.ts'
import { useView } from '../../view/view.ts'
import { showToast } from '../../view/toasts.ts'
import { refuseField } from '../../view/view-field.ts'
import type { OpenWorkspace } from '../../workspace.tsx'
import { followFieldRequests, cancelFieldRequest, keepText, pendingFieldRequest } from './awaited-field.ts'
import { type ComingDialog, followDialogs } from './coming-dialog.ts'
import type { Command, CommandContext } from '../command.ts'
import { focusKindOf, focusList, isOverlayDrawn } from './dom.ts'
import { keyMeter } from './key-meter.ts'
import { moveFocusWithSelection, keepFocus } from './keep-focus.ts'
import { typedText } from './typed-text.ts'
import { type KeyboardFacts, type KeyboardOwner, ownerOf, routeOf } from './keyboard-owner.ts'
import { pressFactsOf, isComposed, makeKeyHandler, readPress } from './key-handler.ts'
import { COMMANDS } from '../registry.ts'
import { countTargets, partOf } from '../parts/parts.ts'
import { canRun, readContext, runCommand } from '../run.ts'
import { useCommandSettings } from '../settings.ts'

/** Binds every command's keys to the window, and again when the user changes them. Returns a function that unbinds them. */
export function bindKeys(target: Window, readOpen: () => OpenWorkspace): () => void {
  const coming = followDialogs()
  let onKeyDown = handlerFor(readOpen, coming)
  const listen = (event: KeyboardEvent): void => onKeyDown(event)
  const guardKey = (event: KeyboardEvent): void => guard(event, coming)
  // In the capture phase, to stop keys that the focused element must not get.
  target.addEventListener('keydown', guardKey, true)
  target.addEventListener('keydown', listen)
  // A click means that the user no longer waits for a field.
  const stopWaiting = (): void => {
    cancelFieldRequest()
    coming.forget()
  }
  target.addEventListener('pointerdown', stopWaiting, true)
  target.document.addEventListener('visibilitychange', keyMeter.forgetPending)
  const stops = [
    coming.stop,
    followFieldRequests(),
    moveFocusWithSelection(target.document),
    keepFocus(target.document),
    useCommandSettings.subscribe(() => {
      onKeyDown = handlerFor(readOpen, coming)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    target.removeEventListener('keydown', guardKey, true)
    target.removeEventListener('keydown', listen)
    target.removeEventListener('pointerdown', stopWaiting, true)
    target.document.removeEventListener('visibilitychange', keyMeter.forgetPending)
  }
}

function handlerFor(readOpen: () => OpenWorkspace, coming: ComingDialog): (event: KeyboardEvent) => void {
  return makeKeyHandler({
    commands: COMMANDS,
    keymap: useCommandSettings.getState(),
    onMac: isMac(),
    readOwner: (event) => ownerOf(readFacts(event, coming)),
    run(command, at) {
      const hasRun = runOrExplain(command, readContext(readOpen()))
      if (hasRun) keyMeter.note(command.id, at)
      return hasRun
    },
  })
}

/** Runs a command, or explains why it does nothing to the conversation that the user sees. */
export function runOrExplain(command: Command, context: CommandContext): boolean {
  if (runCommand(command, context)) return true
  const { view, open } = context
  const hasTargets = countTargets(context.parts) > 0
  const refusal = REFUSALS[command.id]
  if (refusal !== undefined && !hasTargets) {
    refuseField(refusal)
    return true
  }
  if (command.scope !== 'thread' || hasTargets || view.selectedId === null || view.screen !== 'inbox') return false
  const conversationIds = [view.selectedId]
  if (canRun(command, { ...context, conversationIds, parts: [partOf(open, conversationIds)] }))
    showToast(text('commands.changed.noneHidden'))
  return false
}

/** Commands after which the user types: without a conversation, that text must not run other commands. */
const REFUSALS: Readonly<Record<string, string>> = {
  reply: text('commands.noConversation.reply'),
  tags: text('commands.noConversation.tags'),
}

/** Stops keys that no element and no command may get now. */
function guard(event: KeyboardEvent, coming: ComingDialog): void {
  const owner = ownerOf(readFacts(event, coming))
  if (!isGuarded(owner)) return
  event.stopPropagation()
  const isForDialog = owner === 'coming-dialog'
  const kept = isForDialog ? coming.text() : (pendingFieldRequest(useView.getState())?.text ?? '')
  const typed = typedText(kept, pressFactsOf(event), isMac())
  const press = readPress(event, isMac())
  const { repeat: isRepeat } = event
  const route = routeOf(owner, { press, writes: typed !== null, isRepeat, hasSingleKeys: true }, null)
  if (route !== 'browser') event.preventDefault()
  if (route === 'keep' && typed !== null) (isForDialog ? coming.keep : keepText)(typed)
  if (route === 'give-up') (isForDialog ? coming.giveUp : giveUpField)()
}

function giveUpField(): void {
  cancelFieldRequest()
  focusList()
}

function isGuarded(owner: KeyboardOwner): boolean {
  return owner === 'input-method' || owner === 'awaited-field' || owner === 'missing-field' || owner === 'coming-dialog'
}

function readFacts(event: KeyboardEvent, coming: ComingDialog): KeyboardFacts {
  const view = useView.getState()
  const request = pendingFieldRequest(view)
  return {
    isComposing: isComposed(event),
    overlay: coming.isComing()
      ? 'requested'
      : isOverlayDrawn()
        ? 'open'
        : view.dialog === 'none'
          ? 'none'
          : 'requested',
    awaited: request === null ? 'none' : request.missing === null ? 'coming' : 'missing',
    isAwaitedInDialog: request?.field === 'first-message',
    focus: focusKindOf(event.target),
  }
}
