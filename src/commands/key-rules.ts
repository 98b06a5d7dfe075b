import { isTyping, type Press } from './press.ts'
import type { Command } from './command.ts'

/** Where the hands are when a key is pressed. */
export type Situation = {
  readonly isInText: boolean
  readonly isInComposer: boolean
  /** A button, a link: Enter and Space are its own. */
  readonly isOnButton: boolean
  /** A dialog or a menu is open. */
  readonly isOverlayOpen: boolean
  /** False where this person has turned single keys off. */
  readonly hasSingleKeys: boolean
  /** The key is being held down. */
  readonly isRepeat: boolean
}

/** Whether a press may mean anything at all here. In a text field only Ctrl and ⌘ do, and Escape, which writes nothing. */
export function isHeard(press: Press, situation: Situation): boolean {
  if (isTyping(press) && !situation.hasSingleKeys) return false
  if (situation.isInText) return press.hasMod || press.key === 'Escape' || /^F\d+$/.test(press.key)
  return !(situation.isOnButton && (press.key === 'Enter' || press.key === 'Space') && !press.hasMod)
}

/** Whether this command may be run by a key here. */
export function isReached(command: Pick<Command, 'scope' | 'worksInText' | 'repeats'>, situation: Situation): boolean {
  if (situation.isOverlayOpen !== (command.scope === 'dialog')) return false
  if (situation.isRepeat && command.repeats !== true) return false
  if (command.scope === 'composer') return situation.isInComposer
  return !situation.isInText || command.worksInText === true || command.scope === 'dialog'
}
