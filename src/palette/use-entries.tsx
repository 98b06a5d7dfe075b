import { Search, Tag } from 'lucide-react'
import { useMemo } from 'react'
import { openConversation, searchFor, showView, useView, writeTo } from '../view/view.ts'
import { actFor } from '../view/workspace-view.ts'
import { useSavedSearches } from '../acts/use-saved-searches.ts'
import { useShownWorkspaces } from '../acts/use-shown-workspaces.ts'
import { WorkspaceSign } from '../acts/workspace-label.tsx'
import type { Command, CommandContext } from '../commands/command.ts'
import { goToSearch } from '../commands/entries/go-to.ts'
import { focusSearch, focusThread } from '../commands/keys/thread-focus.ts'
import { COMMANDS } from '../commands/registry.ts'
import { canRun } from '../commands/run.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { text } from '../strings/text.ts'
import { tagLabel } from '../words/tag-words.ts'
import { commandEntry } from './command-entries.tsx'
import { type Entry, entryId } from './entry.ts'
import type { FoundConversation } from './found.ts'
import { makeTerm } from './match.ts'
import { momentOf } from './opening.ts'

/** The most used tags. A rare one is found by a search. */
const MAX_TAGS = 1_000
/** The workspaces from the tenth on have no command. */
const WITH_COMMAND = 9

export type KnownEntries = {
  readonly commands: readonly Command[]
  readonly entryOf: (command: Command) => Entry
  /** All of them: commands, tags, saved searches and workspaces. */
  readonly all: readonly Entry[]
}

/** What the palette knows without looking anything up. */
export function useKnownEntries(
  context: CommandContext,
  recentIds: readonly string[],
  run: (command: Command) => void,
): KnownEntries {
  const keymap = useCommandSettings()
  const searches = useSavedSearches()
  const workspaces = useShownWorkspaces()
  return useMemo(() => {
    const moment = momentOf(context)
    const commands = [...COMMANDS, ...(searches ?? []).map(goToSearch)].filter((command) => canRun(command, context))
    const entryOf = (command: Command): Entry => commandEntry(command, { context, moment, keymap, recentIds, run })
    const tagCounts = new Map<string, number>()
    for (const { catalogue } of workspaces)
      for (const [tag, count] of Object.entries(catalogue.totals()?.tagCounts ?? {}))
        tagCounts.set(tag, (tagCounts.get(tag) ?? 0) + count)
    const tags = [...tagCounts].toSorted(([, a], [, b]) => b - a).slice(0, MAX_TAGS)
    return {
      commands,
      entryOf,
      all: [...commands.map(entryOf), ...tags.map(([tag]) => tagEntry(tag)), ...workspaceEntries(context)],
    }
    // The context is read anew for each render; what it depends on is in these.
  }, [context, searches, keymap, workspaces, recentIds, run])
}

function tagEntry(tag: string): Entry {
  const title = tagLabel(tag)
  return {
    id: entryId('tag', tag),
    section: 'tags',
    terms: [makeTerm(title)],
    boost: 0,
    title,
    icon: <Tag size={15} aria-hidden="true" />,
    run: () => showView('inbox', null, tag),
  }
}

function workspaceEntries({ open: { workspaces } }: CommandContext): readonly Entry[] {
  return workspaces
    .list()
    .slice(WITH_COMMAND)
    .map(({ workspace: { id, name } }) => {
      const title = text('commands.goToSearch.title', { name })
      return {
        id: entryId('workspace', id),
        section: 'workspaces' as const,
        terms: [makeTerm(title), makeTerm(name)],
        boost: 0,
        title,
        icon: <WorkspaceSign id={id} name={name} />,
        run: () => void workspaces.choose(id),
      }
    })
}

/** The last entry whenever something is typed. */
export function searchEntry(typed: string): Entry {
  return {
    id: SEARCH_ENTRY_ID,
    section: 'starts',
    terms: [],
    boost: 0,
    title: text('palette.searchFor', { text: typed.trim() }),
    icon: <Search size={15} aria-hidden="true" />,
    run: () => openSearch(typed.trim()),
  }
}

function openSearch(query: string): void {
  searchFor(query)
  if (!focusSearch()) requestAnimationFrame(focusSearch)
}

export const SEARCH_ENTRY_ID = entryId('search')

export function openFound({ workspaceId, conversation }: FoundConversation): void {
  actFor(workspaceId)
  openConversation(conversation.id)
  focusThread(conversation.id)
}

/** `workspaceId` is null where the user has not chosen one. */
export function startWith(workspaceId: string | null, recipient: Parameters<typeof writeTo>[0]): void {
  if (workspaceId !== null && useView.getState().acting !== null) actFor(workspaceId)
  writeTo(recipient)
}
