import type { Command } from '../command.ts'
import { isTyping, type Press } from './press.ts'

/** Where the focus is. `nothing`: on the page, or on an element that handles no keys. */
export type FocusKind = 'composer' | 'field' | 'button' | 'thread' | 'list' | 'nothing'

/** The state of the window when a key is pressed. */
export type KeyboardFacts = {
  /** An input method is composing text, so the key belongs to it. */
  readonly isComposing: boolean
  /** A dialog or menu. `requested`: a command opened it, and it is not drawn yet. */
  readonly overlay: 'none' | 'requested' | 'open'
  /** A text field that a command moves the focus to. `coming`: it is not drawn yet. `missing`: it doesn't exist or is read-only. */
  readonly awaited: 'none' | 'coming' | 'missing'
  /** The awaited field is in the dialog, not behind it. */
  readonly isAwaitedInDialog: boolean
  readonly focus: FocusKind
}

/** The part of the window that gets the next key press. */
export type KeyboardOwner = 'input-method' | 'awaited-field' | 'missing-field' | 'coming-dialog' | 'overlay' | FocusKind

export function ownerOf({ isComposing, overlay, awaited, isAwaitedInDialog, focus }: KeyboardFacts): KeyboardOwner {
  if (isComposing) return 'input-method'
  // The user finishes or closes a dialog before the field behind it gets the focus.
  const isAwaited = overlay === 'none' || isAwaitedInDialog
  if (isAwaited && awaited === 'coming') return 'awaited-field'
  if (isAwaited && awaited === 'missing') return 'missing-field'
  if (overlay !== 'none') return overlay === 'requested' ? 'coming-dialog' : 'overlay'
  return focus
}

export type PressInPlace = {
  /** Null when the press has no meaning as a key, such as half a character. */
  readonly press: Press | null
  /** It would write or delete a character in a text field. */
  readonly writes: boolean
  /** The key is held down. */
  readonly isRepeat: boolean
  /** False where the user has turned single keys off. */
  readonly hasSingleKeys: boolean
}

/**
 * `run`: run the command. `keep`: keep the character for the awaited field or dialog. `give-up`: stop waiting for it. `ignore`: nothing happens.
 * `browser`: the focused element handles the key, and no command runs.
 */
export type Route = 'run' | 'keep' | 'give-up' | 'ignore' | 'browser'

/** Decides where a key press goes; `command` is the one whose key it is, null for none. */
export function routeOf(
  owner: KeyboardOwner,
  { press, writes, isRepeat, hasSingleKeys }: PressInPlace,
  command: RoutedCommand | null,
): Route {
  switch (owner) {
    case 'input-method':
      return 'browser'
    case 'awaited-field':
    case 'missing-field':
    case 'coming-dialog':
      if (writes) return owner === 'missing-field' ? 'ignore' : 'keep'
      // Modifier keys alone, and half-made characters.
      if (press === null) return 'browser'
      return press.key === 'Escape' ? 'give-up' : 'ignore'
    default:
      if (press === null || command === null || !isHeard(owner, press, hasSingleKeys)) return 'browser'
      return isReached(owner, command, isRepeat, press.hasMod) ? 'run' : 'browser'
  }
}

type RoutedCommand = Pick<Command, 'scope' | 'worksInText' | 'worksInDialogs' | 'repeats'>

/** Whether a press may be a command's key. In a text field only Ctrl, ⌘, function keys and Escape are, which write nothing. */
export function isHeard(owner: KeyboardOwner, press: Press, hasSingleKeys: boolean): boolean {
  if (isTyping(press) && !hasSingleKeys) return false
  if (isTextField(owner)) return press.hasMod || press.key === 'Escape' || /^F\d+$/.test(press.key)
  // Enter and Space press the button that has the focus.
  return !(owner === 'button' && (press.key === 'Enter' || press.key === 'Space') && !press.hasMod)
}

/** Whether a key may run this command. */
export function isReached(owner: KeyboardOwner, command: RoutedCommand, isRepeat: boolean, hasMod: boolean): boolean {
  if (isRepeat && command.repeats !== true) return false
  // Without Ctrl or ⌘ the key may be text for a field of the dialog.
  if (owner === 'overlay') return command.scope === 'dialog' || (command.worksInDialogs === true && hasMod)
  if (command.scope === 'dialog') return false
  if (command.scope === 'composer') return owner === 'composer'
  return !isTextField(owner) || command.worksInText === true
}

function isTextField(owner: KeyboardOwner): boolean {
  return owner === 'composer' || owner === 'field'
}
