import { isMac } from '../../ui/key-names.ts'
import { refuseField, showToast, useView } from '../../view.ts'
import type { OpenWorkspace } from '../../workspace.tsx'
import { followFieldRequests, cancelFieldRequest, keepText, pendingFieldRequest } from './awaited-field.ts'
import type { Command, CommandContext } from '../command.ts'
import { focusKindOf, focusList, isOverlayDrawn } from './dom.ts'
import { moveFocusWithSelection, keepFocus } from './keep-focus.ts'
import { typedText } from './typed-text.ts'
import { type KeyboardFacts, type KeyboardOwner, ownerOf, routeOf } from './keyboard-owner.ts'
import { pressFactsOf, isComposed, makeKeyHandler, readPress } from './key-handler.ts'
import { COMMANDS } from '../registry.ts'
import { canRun, readContext, runCommand } from '../run.ts'
import { useCommandSettings } from '../settings.ts'

/** Binds every command's keys to the window, anew whenever a person changes them. Gives the way to unbind them. */
export function bindKeys(target: Window, open: OpenWorkspace): () => void {
  let onKeyDown = handlerFor(open)
  const listen = (event: KeyboardEvent): void => onKeyDown(event)
  // Ahead of all elements: what the focused element must not hear is stopped here.
  target.addEventListener('keydown', guardKey, true)
  target.addEventListener('keydown', listen)
  // A click says where the user wants to go on.
  target.addEventListener('pointerdown', cancelFieldRequest, true)
  const stops = [
    followFieldRequests(),
    moveFocusWithSelection(target.document),
    keepFocus(target.document),
    useCommandSettings.subscribe(() => {
      onKeyDown = handlerFor(open)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    target.removeEventListener('keydown', guardKey, true)
    target.removeEventListener('keydown', listen)
    target.removeEventListener('pointerdown', cancelFieldRequest, true)
  }
}

function handlerFor(open: OpenWorkspace): (event: KeyboardEvent) => void {
  return makeKeyHandler({
    commands: COMMANDS,
    keymap: useCommandSettings.getState(),
    onMac: isMac(),
    readOwner: (event) => ownerOf(readFacts(event)),
    run: (command) => runInPlace(command, readContext(open)),
  })
}

/** Runs a command, or says why it does nothing where the user sees a conversation that it would be about. */
export function runInPlace(command: Command, context: CommandContext): boolean {
  if (runCommand(command, context)) return true
  const { view } = context
  const refusal = REFUSALS[command.id]
  if (refusal !== undefined && context.conversationIds.length === 0) {
    refuseField(refusal)
    return true
  }
  const isHidden = command.scope === 'thread' && context.conversationIds.length === 0 && view.selectedId !== null
  if (isHidden && view.screen === 'inbox' && canRun(command, { ...context, conversationIds: [view.selectedId] }))
    showToast('Nothing changed: this conversation isn’t in the list. Press Enter to go to it first.')
  return false
}

/** Commands after which the user writes: what they type then must run nothing where there is nothing to write in. */
const REFUSALS: Readonly<Record<string, string>> = {
  reply: 'No conversation in this list is selected, so there is nothing to reply to.',
  tags: 'No conversation in this list is selected, so there is nothing to tag.',
}

/** Stops the keys that no element and no command may get now. */
export function guardKey(event: KeyboardEvent): void {
  const owner = ownerOf(readFacts(event))
  if (!isGuarded(owner)) return
  event.stopPropagation()
  const request = pendingFieldRequest(useView.getState())
  const text = typedText(request?.text ?? '', pressFactsOf(event), isMac())
  const press = readPress(event, isMac())
  const { repeat: isRepeat } = event
  const route = routeOf(owner, { press, writes: text !== null, isRepeat, hasSingleKeys: true }, null)
  if (route !== 'browser') event.preventDefault()
  if (route === 'keep' && text !== null) keepText(text)
  if (route === 'give-up') {
    cancelFieldRequest()
    focusList()
  }
}

function isGuarded(owner: KeyboardOwner): boolean {
  return owner === 'input-method' || owner === 'awaited-field' || owner === 'missing-field' || owner === 'coming-dialog'
}

function readFacts(event: KeyboardEvent): KeyboardFacts {
  const view = useView.getState()
  const request = pendingFieldRequest(view)
  return {
    isComposing: isComposed(event),
    overlay: isOverlayDrawn() ? 'open' : view.dialog === 'none' ? 'none' : 'asked',
    awaited: request === null ? 'none' : request.missing === null ? 'coming' : 'missing',
    isAwaitedInDialog: request?.field === 'first-message',
    focus: focusKindOf(event.target),
  }
}
