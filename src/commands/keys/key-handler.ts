import { createKeybindingsHandler } from 'tinykeys'
import type { Command } from '../command.ts'
import { isHeard, type KeyboardOwner, routeOf } from './keyboard-owner.ts'
import { type Keymap, keysOf } from './keymap.ts'
import { IME_KEY_CODE, isTyping, parseKeys, type Press, type PressFacts, pressOf } from './press.ts'

/** How long G waits for its letter, ms. Long enough to look for the key. */
const CHORD_MS = 1_500

type KeyHandler = (event: KeyboardEvent) => void

export type KeyParts = {
  readonly commands: readonly Command[]
  readonly keymap: Keymap
  readonly onMac: boolean
  readonly readOwner: (event: KeyboardEvent) => KeyboardOwner
  /** Returns false when the command can't run now: the key is then left to the focused element. `at`: the time of the key's event. */
  readonly run: (command: Command, at: number) => boolean
}

/**
 * Handles key presses for the commands. tinykeys matches keys and key sequences; it gets each press by its meaning, not as the keyboard
 * layout spells it. The longest match wins: G then U is not U.
 */
export function makeKeyHandler({ commands, keymap, onMac, readOwner, run }: KeyParts): KeyHandler {
  let found: { readonly command: Command; readonly length: number }[] = []
  const bindings = commands.flatMap((command) =>
    keysOf(command, keymap).map((keys) => ({ command, keys, presses: parseKeys(keys) ?? [] })),
  )
  const prefixes = new Set(bindings.filter(({ presses }) => presses.length > 1).map(({ keys }) => keys.split(' ')[0]))
  const follow = createKeybindingsHandler(
    groupByKeys(bindings, onMac, (command, length) => found.push({ command, length })),
    { timeout: CHORD_MS },
  )
  let waitsUntil = 0

  return function onKeyDown(event) {
    if (event.defaultPrevented) return
    const press = readPress(event, onMac)
    if (press === null) return
    const owner = readOwner(event)
    const pressInPlace = { press, writes: false, isRepeat: event.repeat, hasSingleKeys: keymap.hasSingleKeys }
    if (!isHeard(owner, press, keymap.hasSingleKeys)) return
    found = []
    follow(plainEvent(press, onMac))
    const isWaiting = event.timeStamp < waitsUntil
    waitsUntil = 0
    const length = Math.max(0, ...found.map((match) => match.length))
    // A wrong letter after G does nothing: it must not run its own command.
    if (isWaiting && length < 2 && isTyping(press)) return event.preventDefault()
    const reached = found.find(
      (match) => match.length === length && routeOf(owner, pressInPlace, match.command) === 'run',
    )
    if (reached !== undefined && run(reached.command, event.timeStamp)) event.preventDefault()
    else if (prefixes.has(press.key) && isTyping(press) && owner !== 'overlay') waitsUntil = event.timeStamp + CHORD_MS
  }
}

/** Whether a press is one of a command's keys, for parts that handle their keys themselves, such as the composer. */
export function isKeyOf(press: Press | null, command: Pick<Command, 'id' | 'keys'>, keymap: Keymap): boolean {
  return press !== null && keysOf(command, keymap).some((keys) => isSame(parseKeys(keys), press))
}

/** What was pressed; null when it has no meaning as a key. */
export function readPress(event: KeyboardEvent, onMac: boolean): Press | null {
  return pressOf(pressFactsOf(event), onMac)
}

/** Whether an input method handles this press. */
export function isComposed({ isComposing, keyCode }: KeyboardEvent): boolean {
  // oxlint-disable-next-line no-deprecated -- only this code identifies the key that ends a composition
  return isComposing || keyCode === IME_KEY_CODE
}

export function pressFactsOf(event: KeyboardEvent): PressFacts {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing, keyCode } = event
  const isAltGraph = event.getModifierState('AltGraph')
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, isAltGraph, isComposing, keyCode }
}

function isSame(presses: readonly Press[] | null, press: Press): boolean {
  const [only, ...rest] = presses ?? []
  return (
    only !== undefined &&
    rest.length === 0 &&
    only.key === press.key &&
    only.hasMod === press.hasMod &&
    only.hasShift === press.hasShift
  )
}

function groupByKeys(
  bindings: readonly { readonly command: Command; readonly keys: string; readonly presses: readonly Press[] }[],
  onMac: boolean,
  find: (command: Command, length: number) => void,
): Record<string, KeyHandler> {
  const handlers: Record<string, KeyHandler> = {}
  for (const { command, keys: spelled, presses } of bindings) {
    const keys = spelled.replace('$mod', onMac ? 'Meta' : 'Control')
    const earlier = handlers[keys]
    // The same keys may run one command in the window and another in a dialog.
    handlers[keys] = (event) => {
      earlier?.(event)
      find(command, presses.length)
    }
  }
  return handlers
}

function plainEvent({ key, hasMod, hasShift }: Press, onMac: boolean): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, shiftKey: hasShift, metaKey: hasMod && onMac, ctrlKey: hasMod && !onMac })
}
