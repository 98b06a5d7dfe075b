import type { Command, Group } from '../commands/command.ts'
import { isSingle, type Keymap, keysOf, nameOf } from '../commands/keys/keymap.ts'
import { foldText } from '../shared/text/fold-text.ts'
import { text } from '../strings/text.ts'
import { keyNames } from '../ui/key-names.ts'

export type HelpLine = {
  readonly id: string
  readonly group: Group
  readonly title: string
  readonly keys: readonly string[]
  /** Shown instead of keys when there are none. */
  readonly keyless: string
}

/** The commands whose title, aliases or keys match every typed word; all commands when nothing is typed. */
export function helpLines(commands: readonly Command[], keymap: Keymap, query: string): readonly HelpLine[] {
  const queryWords = foldText(query).split(/\s+/).filter(Boolean)
  return commands
    .map((command) => ({ command, line: lineOf(command, keymap) }))
    .filter(({ command, line }) => queryWords.every((word) => isFoundIn(word, command, line)))
    .map(({ line }) => line)
}

function lineOf(command: Command, keymap: Keymap): HelpLine {
  const { id, group } = command
  const title = nameOf(command, keymap)
  const keys = keysOf(command, keymap).filter((spelled) => keymap.hasSingleKeys || !isSingle(spelled))
  return { id, group, title, keys, keyless: command.keyless ?? text('help.inPalette') }
}

function isFoundIn(word: string, { aliases = [] }: Command, { title, keys }: HelpLine): boolean {
  if ([title, ...aliases].some((name) => foldText(name).includes(word))) return true
  return keys.some((spelled) => keyNames(spelled, false).some((name) => foldText(name) === word))
}
