import type { Command, Group } from '../commands/command.ts'
import { isSingle, type Keymap, keysOf, nameOf } from '../commands/keys/keymap.ts'
import { foldText } from '../shared/text/fold-text.ts'
import { keyNames } from '../ui/key-names.ts'

export type HelpLine = {
  readonly id: string
  readonly group: Group
  readonly title: string
  readonly keys: readonly string[]
  /** What stands in the place of keys, where there are none. */
  readonly keyless: string
}

/** The commands in whose title, other words or keys all that is wanted occurs; all of them when nothing is. */
export function helpLines(commands: readonly Command[], keymap: Keymap, wanted: string): readonly HelpLine[] {
  const words = foldText(wanted).split(/\s+/).filter(Boolean)
  return commands
    .map((command) => ({ command, line: lineOf(command, keymap) }))
    .filter(({ command, line }) => words.every((word) => isFoundIn(word, command, line)))
    .map(({ line }) => line)
}

function lineOf(command: Command, keymap: Keymap): HelpLine {
  const { id, group } = command
  const title = nameOf(command, keymap)
  const keys = keysOf(command, keymap).filter((one) => keymap.hasSingleKeys || !isSingle(one))
  return { id, group, title, keys, keyless: command.keyless ?? 'by the palette' }
}

function isFoundIn(word: string, { aliases = [] }: Command, { title, keys }: HelpLine): boolean {
  if ([title, ...aliases].some((words) => foldText(words).includes(word))) return true
  return keys.some((one) => keyNames(one, false).some((name) => foldText(name) === word))
}
