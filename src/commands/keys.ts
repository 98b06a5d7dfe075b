import { tinykeys } from 'tinykeys'
import { type CommandContext, COMMANDS } from './commands.ts'

/** Binds every command's keys to the window. Gives the way to unbind them. */
export function bindKeys(target: Window, context: CommandContext): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {}
  for (const command of COMMANDS) {
    for (const keys of command.keys) {
      bindings[keys] = (event) => {
        if (event.defaultPrevented || event.isComposing || isHeldByOverlay(event.target)) return
        if (command.scope === 'outside-text' && isTaken(event.target, event.key)) return
        event.preventDefault()
        command.run(context)
      }
    }
  }
  return tinykeys(target, bindings)
}

/** A dialog or a menu keeps the keys for itself. */
function isHeldByOverlay(target: EventTarget | null): boolean {
  const isInside =
    target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null
  return isInside || document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null
}

/** Letters belong to a text field, and Enter to a button. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('input, textarea, select')) return true
  return key === 'Enter' && target.matches('button, a, summary, [role=menuitem], [role=button]')
}
