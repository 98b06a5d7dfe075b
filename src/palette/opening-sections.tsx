import { type ReactNode, useMemo } from 'react'
import { type CommandContext, GROUP_TITLES } from '../commands/command.ts'
import { text, type TextId } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import type { Entry, SectionName } from './entry.ts'
import { conversationEntry } from './found-entries.tsx'
import type { FoundConversation } from './found.ts'
import { arrangeOpening, countOf, momentOf } from './opening.ts'
import { type KnownEntries, openFound } from './use-entries.tsx'

/** Conversations shown while nothing is typed. */
const MAX_RECENTLY_OPENED = 4

const TITLES: Readonly<Record<SectionName, TextId | null>> = {
  commands: 'palette.commands',
  customers: 'palette.customers',
  conversations: 'palette.conversations',
  tags: 'palette.tags',
  searches: 'palette.searches',
  workspaces: 'palette.workspaces',
  settings: 'palette.settings',
  starts: null,
}

export type ShownSection = { readonly key: string; readonly title: ReactNode; readonly entries: readonly Entry[] }

/** The title of a section of what matches; null for none. */
export function sectionTitle(name: SectionName): string | null {
  const id = TITLES[name]
  return id === null ? null : text(id)
}

/** What is shown while nothing is typed: what was used last, what fits the moment, and everything else. */
export function useOpeningSections(
  { commands, entryOf }: KnownEntries,
  recentIds: readonly string[],
  recent: readonly FoundConversation[],
  context: CommandContext,
): readonly ShownSection[] {
  return useMemo(() => {
    const { recent: used, fitting, rest } = arrangeOpening(commands, recentIds, momentOf(context))
    const opened = recent
      .filter(({ workspaceId, conversation }) => !isOpenNow(context, workspaceId, conversation.id))
      .slice(0, MAX_RECENTLY_OPENED)
    const sections = [
      { key: 'recent', title: text('palette.recent'), entries: used.map(entryOf) },
      { key: 'fitting', title: momentTitle(context), entries: fitting.map(entryOf) },
      {
        key: 'opened',
        title: text('palette.recentlyOpened'),
        entries: opened.map((each) => conversationEntry(each, () => openFound(each))),
      },
      ...rest.map(({ group, commands: own }) => ({
        key: group,
        title: GROUP_TITLES[group],
        entries: own.map(entryOf),
      })),
    ]
    return sections.filter(({ entries }) => entries.length > 0)
  }, [commands, entryOf, recentIds, recent, context])
}

/** What the fitting commands apply to. */
function momentTitle({ parts, conversation }: CommandContext): ReactNode {
  const count = countOf(parts)
  if (count > 1) return text('inbox.selected', { count })
  return conversation === null ? GROUP_TITLES.conversation : <bdi>{harmlessLine(conversation.name)}</bdi>
}

function isOpenNow({ parts }: CommandContext, workspaceId: string, conversationId: string): boolean {
  return parts.some(
    ({ workspace, conversationIds }) => workspace.id === workspaceId && conversationIds.includes(conversationId),
  )
}
