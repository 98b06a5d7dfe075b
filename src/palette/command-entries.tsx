import { Bookmark } from 'lucide-react'
import type { Command, CommandContext } from '../commands/command.ts'
import { type Keymap, nameOf, shownKeyOf } from '../commands/keys/keymap.ts'
import { titleOf } from '../commands/run.ts'
import { commandIcon } from './command-icons.ts'
import { commandTerms, sectionOf } from './command-terms.ts'
import { type Entry, entryId } from './entry.ts'
import { fits, type Moment } from './opening.ts'

/** The boost of what fits the moment, and of the latest of the recent commands. */
const FITTING = 25
const RECENT = 30
/** Each recent command gets this much less than the one after it. */
const RECENT_STEP = 4

type Parts = {
  readonly context: CommandContext
  readonly moment: Moment
  readonly keymap: Keymap
  /** Ids, latest first. */
  readonly recentIds: readonly string[]
  readonly run: (command: Command) => void
}

export function commandEntry(command: Command, { context, moment, keymap, recentIds, run }: Parts): Entry {
  const section = sectionOf(command)
  const Icon = section === 'searches' ? Bookmark : commandIcon(command)
  const title = titleOf(command, context)
  const recency = recentIds.indexOf(command.id)
  return {
    id: entryId('command', command.id),
    section,
    terms: commandTerms(command, title, nameOf(command, keymap)),
    boost: (recency === -1 ? 0 : Math.max(0, RECENT - RECENT_STEP * recency)) + (fits(command, moment) ? FITTING : 0),
    title,
    icon: <Icon size={15} aria-hidden="true" />,
    keys: shownKeyOf(command, keymap),
    run: () => run(command),
  }
}
