import { type Command, type Group, GROUP_TITLES } from '../commands/command.ts'
import { foldText } from '../shared/text/fold-text.ts'
import { text } from '../strings/text.ts'

export type PaletteGroup = { readonly title: string; readonly commands: readonly Command[] }

/** Actions come before navigation, which mostly has keys of its own. */
const ORDER: readonly Group[] = ['conversation', 'selection', 'writing', 'go-to', 'app', 'navigation', 'settings']

/** Recent commands first, then the rest by group. Also the order of equally good matches. */
export function arrange(commands: readonly Command[], recentIds: readonly string[]): readonly PaletteGroup[] {
  const recent = recentIds.flatMap((id) => commands.find((command) => command.id === id) ?? [])
  const rest = commands.filter((command) => !recent.includes(command))
  return [
    { title: text('palette.recent'), commands: recent },
    ...ORDER.map((group) => ({
      title: GROUP_TITLES[group],
      commands: rest.filter((command) => command.group === group),
    })),
  ].filter((group) => group.commands.length > 0)
}

/** The weight of a match in an alias: it never ranks above an equal match in the title. */
const ALIAS_WEIGHT = 0.5

/** Fuzzy matches below this score are noise. */
const MIN_SCORE = 0.02

/** From 0 for no match to 1. `score` is the library's fuzzy match. */
export function rankCommands(
  command: Pick<Command, 'title' | 'aliases'>,
  query: string,
  score: (text: string, query: string) => number,
): number {
  const typed = foldText(query)
  const alias = Math.max(0, ...(command.aliases ?? []).map((name) => score(foldText(name), typed)))
  const best = Math.max(score(foldText(command.title), typed), alias * ALIAS_WEIGHT)
  return best < MIN_SCORE ? 0 : best
}
