import { text } from '../../strings/text.ts'
import { modName } from '../../ui/key-names.ts'
import type { Command, FinishKeys, KeyPreset, Scope } from '../command.ts'
import { isTyping, parseKeys, type Press, spellPress } from './press.ts'

/** The user's keyboard settings. */
export type Keymap = {
  readonly preset: KeyPreset
  /** The user's own keys, by command, instead of the preset's. An empty list means no keys. */
  readonly own: Readonly<Record<string, readonly string[]>>
  readonly hasSingleKeys: boolean
  readonly finish: FinishKeys
}

/** The settings that decide which keys a command has. */
export type KeyChoices = Pick<Keymap, 'preset' | 'own' | 'finish'>

type KeyDefinition = Pick<Command, 'id' | 'keys' | 'whenClosing'>
type BindableCommand = KeyDefinition & Pick<Command, 'scope'>

export function keysOf(
  { id, keys, whenClosing }: KeyDefinition,
  { preset, own, finish }: KeyChoices,
): readonly string[] {
  const presets = finish === 'close' ? (whenClosing?.keys ?? keys) : keys
  return own[id] ?? presets[preset] ?? presets.clarion
}

/** A command's title, independent of the context. */
export function nameOf({ title, whenClosing }: Pick<Command, 'title' | 'whenClosing'>, { finish }: KeyChoices): string {
  return finish === 'close' ? (whenClosing?.title ?? title) : title
}

/** Swaps resolve and close, the user's own keys included, so that no key belongs to both. */
export function withFinish<M extends KeyChoices>(keymap: M, finish: FinishKeys): M {
  if (finish === keymap.finish) return keymap
  const { resolve, close, ...own } = keymap.own
  return {
    ...keymap,
    finish,
    own: {
      ...own,
      ...(close !== undefined && { resolve: close }),
      ...(resolve !== undefined && { close: resolve }),
    },
  }
}

/** The key to show for a command; undefined when no key would run it. */
export function shownKeyOf(command: KeyDefinition, keymap: Keymap): string | undefined {
  return keysOf(command, keymap).find((keys) => keymap.hasSingleKeys || !isSingle(keys))
}

/** Whether the single-key setting turns these keys off. */
export function isSingle(keys: string): boolean {
  return parseKeys(keys)?.some(isTyping) === true
}

/** The command that already has these keys, or keys with the same beginning: one of the two could never run. */
export function holderOf<C extends BindableCommand>(
  keys: string,
  command: BindableCommand,
  commands: readonly C[],
  keymap: KeyChoices,
): C | undefined {
  return commands.find(
    (other) =>
      other.id !== command.id &&
      doScopesMeet(other.scope, command.scope) &&
      keysOf(other, keymap).some((taken) => doCollide(taken, keys)),
  )
}

/** Keys of a dialog work only in it, so they can't collide with others. */
export function doScopesMeet(first: Scope, second: Scope): boolean {
  return (first === 'dialog') === (second === 'dialog')
}

export function doCollide(first: string, second: string): boolean {
  return first === second || first.startsWith(`${second} `) || second.startsWith(`${first} `)
}

/** Why the user can't bind these keys; null when they can. */
export function refusalOf(presses: readonly Press[], onMac: boolean): string | null {
  const spelled = presses.map(spellPress)
  const taken = spelled.find((keys) => TAKEN.has(keys))
  if (taken !== undefined) return TAKEN.get(taken) ?? null
  const isModSequence = presses.length > 1 && presses.some(({ hasMod }) => hasMod)
  return isModSequence ? text('commands.taken.sequence', { mod: modName(onMac) }) : null
}

const EDITING = text('commands.taken.editing')
const FOCUS = text('commands.taken.focus')
const TAKEN: ReadonlyMap<string, string> = new Map([
  ...['c', 'v', 'x', 'a'].map((key) => [`$mod+${key}`, EDITING] as const),
  ['Tab', FOCUS],
  ['Shift+Tab', FOCUS],
  ['$mod+q', text('commands.taken.quit')],
  ['$mod+w', text('commands.taken.closeWindow')],
  ['$mod+0', text('commands.taken.zoomReset')],
  ['$mod++', text('commands.taken.zoomIn')],
  ['$mod+=', text('commands.taken.zoomIn')],
  ['$mod+-', text('commands.taken.zoomOut')],
  ['$mod+_', text('commands.taken.zoomOut')],
  ['F10', text('commands.taken.menuBar')],
  ['Space', text('commands.taken.press')],
])

/** Replaces a command's keys. */
export function withKeys(keymap: Keymap, commandId: string, keys: readonly string[]): Keymap {
  return { ...keymap, own: { ...keymap.own, [commandId]: keys } }
}

/** Adds keys to a command, as the ones that are shown, and removes them from the command that has them. */
export function withKeyAdded(
  keymap: Keymap,
  command: BindableCommand,
  keys: string,
  commands: readonly BindableCommand[],
): Keymap {
  const holder = holderOf(keys, command, commands, keymap)
  if (holder === undefined) {
    const others = keysOf(command, keymap).filter((taken) => !doCollide(taken, keys))
    return withKeys(keymap, command.id, [keys, ...others])
  }
  const left = keysOf(holder, keymap).filter((taken) => !doCollide(taken, keys))
  return withKeyAdded(withKeys(keymap, holder.id, left), command, keys, commands)
}

/** Resets a command to the preset's keys, and every command that has taken one of those keys since. */
export function withoutOwn(keymap: Keymap, command: BindableCommand, commands: readonly BindableCommand[]): Keymap {
  const { [command.id]: _, ...own } = keymap.own
  const reset = { ...keymap, own }
  const takers = commands.filter(
    (other) => other.id in own && keysOf(command, reset).some((keys) => holderOf(keys, command, [other], reset)),
  )
  return takers.reduce<Keymap>((map, taker) => withoutOwn(map, taker, commands), reset)
}
