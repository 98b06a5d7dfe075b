import { isMac } from '../ui/key-names.ts'
import { useView } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import type { Situation } from './key-rules.ts'
import { factsOf, makeKeyHandler } from './keys.ts'
import { COMMANDS } from './registry.ts'
import { isComposer, readContext, runCommand } from './run.ts'
import { useCommandSettings } from './settings.ts'
import { typeAhead } from './typed-ahead.ts'

/** Binds every command's keys to the window, anew whenever a person changes them. Gives the way to unbind them. */
export function bindKeys(target: Window, open: OpenWorkspace): () => void {
  let onKeyDown = handlerFor(open)
  const listen = (event: KeyboardEvent): void => {
    if (!keepTyped(event)) onKeyDown(event)
  }
  target.addEventListener('keydown', listen)
  const unsubscribe = useCommandSettings.subscribe(() => {
    onKeyDown = handlerFor(open)
  })
  return () => {
    unsubscribe()
    target.removeEventListener('keydown', listen)
  }
}

function handlerFor(open: OpenWorkspace): (event: KeyboardEvent) => void {
  return makeKeyHandler({
    commands: COMMANDS,
    keymap: useCommandSettings.getState(),
    onMac: isMac(),
    readSituation: ({ target }) => situationAt(target),
    run: (command) => runCommand(command, readContext(open)),
  })
}

const OVERLAYS = '[role=dialog], [role=alertdialog], [role=menu]'

/** A letter that comes before its field does is kept for it. */
function keepTyped(event: KeyboardEvent): boolean {
  const { typedAhead, dialog } = useView.getState()
  if (typedAhead === null || dialog !== 'none' || isField(event.target)) return false
  const words = typeAhead(typedAhead, factsOf(event), isMac())
  if (words === typedAhead) return false
  useView.setState({ typedAhead: words })
  event.preventDefault()
  return true
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

function situationAt(target: EventTarget | null): Omit<Situation, 'hasSingleKeys' | 'isRepeat'> {
  const element = target instanceof HTMLElement ? target : null
  const { typedAhead, dialog } = useView.getState()
  return {
    isInText: isField(target) || typedAhead !== null,
    isInComposer: isComposer(element),
    isOnButton: element?.matches('button, a, summary, [role=menuitem], [role=button]') === true,
    // A dialog that was asked for has the keys, though it may not be drawn yet.
    isOverlayOpen: dialog !== 'none' || document.querySelector(OVERLAYS) !== null,
  }
}
