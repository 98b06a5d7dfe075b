import type { Command, FinishKeys, KeyPreset, Scope } from '../command.ts'
import { isTyping, parseKeys, type Press, spellPress } from './press.ts'

/** How this person's keys differ from those of no preset at all. */
export type Keymap = {
  readonly preset: KeyPreset
  /** A person's own keys, by command, in place of the preset's; an empty list is a command without keys. */
  readonly own: Readonly<Record<string, readonly string[]>>
  readonly hasSingleKeys: boolean
  readonly finish: FinishKeys
}

/** What decides which keys a command has. */
export type Choices = Pick<Keymap, 'preset' | 'own' | 'finish'>

type WithKeys = Pick<Command, 'id' | 'keys' | 'whenClosing'>
type Keyed = WithKeys & Pick<Command, 'scope'>

export function keysOf({ id, keys, whenClosing }: WithKeys, { preset, own, finish }: Choices): readonly string[] {
  const presets = finish === 'close' ? (whenClosing?.keys ?? keys) : keys
  return own[id] ?? presets[preset] ?? presets.clarion
}

/** What a command is called, whatever it would do at this moment. */
export function nameOf({ title, whenClosing }: Pick<Command, 'title' | 'whenClosing'>, { finish }: Choices): string {
  return finish === 'close' ? (whenClosing?.title ?? title) : title
}

/** The two change places, a person's own keys included: so no key can come to belong to both. */
export function withFinish<M extends Choices>(keymap: M, finish: FinishKeys): M {
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

/** The key to show beside a command; undefined where none would do anything. */
export function shownKeyOf(command: WithKeys, keymap: Keymap): string | undefined {
  return keysOf(command, keymap).find((keys) => keymap.hasSingleKeys || !isSingle(keys))
}

/** Keys that the switch for single keys turns off. */
export function isSingle(keys: string): boolean {
  return parseKeys(keys)?.some(isTyping) === true
}

/** The command that has these keys already, or longer or shorter ones that begin alike: one of the two could then never be reached. */
export function holderOf<C extends Keyed>(
  keys: string,
  command: Keyed,
  commands: readonly C[],
  keymap: Choices,
): C | undefined {
  return commands.find(
    (other) =>
      other.id !== command.id &&
      doScopesMeet(other.scope, command.scope) &&
      keysOf(other, keymap).some((taken) => doCollide(taken, keys)),
  )
}

/** A dialog keeps all keys for itself; everything else is open to the hands at once. */
export function doScopesMeet(one: Scope, other: Scope): boolean {
  return (one === 'dialog') === (other === 'dialog')
}

export function doCollide(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `)
}

/** What a person must not bind, and why; null where it will do. */
export function refusalOf(presses: readonly Press[]): string | null {
  const spelled = presses.map(spellPress)
  const taken = spelled.find((keys) => TAKEN.has(keys))
  if (taken !== undefined) return TAKEN.get(taken) ?? null
  return presses.length > 1 && presses.some(({ hasMod }) => hasMod)
    ? 'Two keys in a row work without Ctrl and ⌘.'
    : null
}

const EDITING = 'The system uses it for editing text.'
const FOCUS = 'It moves from one part of the window to the next.'
const TAKEN: ReadonlyMap<string, string> = new Map([
  ...['c', 'v', 'x', 'a'].map((key) => [`$mod+${key}`, EDITING] as const),
  ['Tab', FOCUS],
  ['Shift+Tab', FOCUS],
  ['$mod+q', 'It quits the app.'],
  ['$mod+w', 'It closes the window.'],
  ['$mod+0', 'It resets the zoom.'],
  ['$mod++', 'It zooms in.'],
  ['$mod+=', 'It zooms in.'],
  ['$mod+-', 'It zooms out.'],
  ['$mod+_', 'It zooms out.'],
  ['F10', 'It opens the menu bar.'],
  ['Space', 'It presses the button that has the focus.'],
])

/** Gives a command these keys in place of its own. */
export function withKeys(keymap: Keymap, commandId: string, keys: readonly string[]): Keymap {
  return { ...keymap, own: { ...keymap.own, [commandId]: keys } }
}

/** Gives a command one more key, which is then the one shown, and takes it from whoever has it. */
export function withKeyAdded(keymap: Keymap, command: Keyed, keys: string, commands: readonly Keyed[]): Keymap {
  const holder = holderOf(keys, command, commands, keymap)
  if (holder === undefined) {
    const others = keysOf(command, keymap).filter((one) => !doCollide(one, keys))
    return withKeys(keymap, command.id, [keys, ...others])
  }
  const left = keysOf(holder, keymap).filter((taken) => !doCollide(taken, keys))
  return withKeyAdded(withKeys(keymap, holder.id, left), command, keys, commands)
}

/** Back to the preset's keys. Whoever has taken them since gives them back. */
export function withoutOwn(keymap: Keymap, command: Keyed, commands: readonly Keyed[]): Keymap {
  const { [command.id]: _, ...own } = keymap.own
  const reset = { ...keymap, own }
  const robbers = commands.filter(
    (other) => other.id in own && keysOf(command, reset).some((keys) => holderOf(keys, command, [other], reset)),
  )
  return robbers.reduce<Keymap>((map, robber) => withoutOwn(map, robber, commands), reset)
}
