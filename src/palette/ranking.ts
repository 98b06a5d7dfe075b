import type { Command, Group } from '../commands/command.ts'
import { foldText } from '../shared/text/fold-text.ts'

export type PaletteGroup = { readonly title: 'Recent' | Group; readonly commands: readonly Command[] }

/** Nobody opens the palette to go one down: what is done comes before where to go. */
const ORDER: readonly Group[] = ['Conversation', 'Selecting', 'Writing', 'Going to', 'App', 'Moving', 'Settings']

/** What was last used comes first; the rest in its groups. Also the order among matches that are equally good. */
export function arrange(commands: readonly Command[], recentIds: readonly string[]): readonly PaletteGroup[] {
  const recent = recentIds.flatMap((id) => commands.find((command) => command.id === id) ?? [])
  const rest = commands.filter((command) => !recent.includes(command))
  return [
    { title: 'Recent' as const, commands: recent },
    ...ORDER.map((title) => ({ title, commands: rest.filter((command) => command.group === title) })),
  ].filter((group) => group.commands.length > 0)
}

/** How much a match counts that is found only in the other words for a command: it never comes before one of the title. */
const ALIAS_WEIGHT = 0.5

/** Below this the letters do occur in their order, and nobody would say that they were meant. */
const MIN = 0.02

/** From 0 for none to 1. `score` is the fuzzy match of the library's. */
export function rankCommands(
  command: Pick<Command, 'title' | 'aliases'>,
  wanted: string,
  score: (words: string, wanted: string) => number,
): number {
  const typed = foldText(wanted)
  const alias = Math.max(0, ...(command.aliases ?? []).map((words) => score(words, typed)))
  const best = Math.max(score(command.title, typed), alias * ALIAS_WEIGHT)
  return best < MIN ? 0 : best
}
