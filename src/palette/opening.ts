import type { Command, CommandContext, Group } from '../commands/command.ts'

/** Actions come before navigation, which mostly has keys of its own. */
const ORDER: readonly Group[] = ['writing', 'go-to', 'selection', 'app', 'navigation', 'settings', 'conversation']

/** What fits an open conversation, first. */
const FOR_ONE = ['reply', 'resolve', 'snooze', 'tags', 'toggle-seen', 'star', 'close', 'reopen']
/** What fits several selected conversations, first. */
const FOR_SEVERAL = ['resolve', 'close', 'reopen', 'snooze', 'tags', 'toggle-seen', 'star', 'export', 'select-none']
const WHILE_WRITING = ['send', 'send-and-resolve', 'snippets']

/** Recent commands shown. */
const MAX_RECENT = 3

export type Moment = 'writing' | 'one' | 'several' | 'none'

export type Opening = {
  readonly recent: readonly Command[]
  /** What fits the moment. */
  readonly fitting: readonly Command[]
  readonly rest: readonly { readonly group: Group; readonly commands: readonly Command[] }[]
}

export function momentOf({ parts, isWriting }: Pick<CommandContext, 'parts' | 'isWriting'>): Moment {
  const count = countOf(parts)
  if (count > 1) return 'several'
  if (isWriting) return 'writing'
  return count === 1 ? 'one' : 'none'
}

export function countOf(parts: CommandContext['parts']): number {
  return parts.reduce((sum, { conversationIds }) => sum + conversationIds.length, 0)
}

/** Whether a command acts on what is open or selected. */
export function fits({ id, group }: Pick<Command, 'id' | 'group'>, moment: Moment): boolean {
  if (moment === 'none') return false
  if (group === 'conversation') return true
  return idsFor(moment).includes(id)
}

/** What the palette shows while nothing is typed: each of the commands once. */
export function arrangeOpening(commands: readonly Command[], recentIds: readonly string[], moment: Moment): Opening {
  const recent = recentIds.flatMap((id) => commands.find((command) => command.id === id) ?? []).slice(0, MAX_RECENT)
  const others = commands.filter((command) => !recent.includes(command))
  const rankOf = ({ id }: Command): number => {
    const at = idsFor(moment).indexOf(id)
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }
  const fitting = others.filter((command) => fits(command, moment)).toSorted((a, b) => compare(rankOf(a), rankOf(b)))
  const rest = ORDER.map((group) => ({
    group,
    commands: others.filter((command) => command.group === group && !fitting.includes(command)),
  }))
  return { recent, fitting, rest: rest.filter(({ commands: own }) => own.length > 0) }
}

/** Infinity minus itself is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function idsFor(moment: Moment): readonly string[] {
  if (moment === 'several') return FOR_SEVERAL
  return moment === 'writing' ? [...WHILE_WRITING, ...FOR_ONE] : FOR_ONE
}
