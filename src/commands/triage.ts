import { readThread } from '../db/queries.ts'
import { isInView } from '../db/views.ts'
import type { Status } from '../shared/model.ts'
import { closeConversation, markSeen, markUnseen, setStatus } from '../outbox/commands.ts'
import { select, useView } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import { type Change, type Command, type CommandContext, NO_CHANGE } from './command.ts'
import { askForRowMenu, focusList } from './focus.ts'
import { readListed } from './listed.ts'
import { enter } from './moving.ts'
import { afterDone } from './navigation.ts'
import { useCommandSettings } from './settings.ts'

/** What is done with a conversation. */
export const TRIAGE: readonly Command[] = [
  {
    id: 'resolve',
    title: 'Resolve',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: ['e'] },
    aliases: ['done', 'archive', 'finish'],
    canRun: (context) => isChosen(context) && statusOf(context) !== 'resolved',
    run: (context) => changeStatus(context, 'resolved'),
    undo: { restore: restoreStatus },
  },
  {
    id: 'close',
    title: 'Close',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: ['#'] },
    aliases: ['end', 'lock'],
    canRun: (context) => isChosen(context) && statusOf(context) !== 'closed',
    run: (context) => changeStatus(context, 'closed'),
    undo: { restore: restoreStatus },
  },
  {
    id: 'reopen',
    title: 'Reopen',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: ['Shift+e'] },
    aliases: ['open again', 'move to inbox'],
    canRun: (context) => isChosen(context) && statusOf(context) !== 'open',
    run: (context) => changeStatus(context, 'open'),
    undo: { restore: restoreStatus },
  },
  {
    id: 'toggle-seen',
    title: 'Mark as unread or read',
    titleNow: ({ conversation }) => (conversation?.isUnread === true ? 'Mark as read' : 'Mark as unread'),
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: ['u', 'Shift+u'], gmail: ['Shift+u', 'Shift+i'] },
    aliases: ['seen', 'unseen'],
    canRun: isChosen,
    run: toggleSeen,
    undo: { restore: restoreSeen },
  },
  {
    id: 'actions',
    title: 'Menu of the conversation',
    group: 'Conversation',
    scope: 'list',
    keys: { clarion: ['Shift+F10', 'ContextMenu'] },
    aliases: ['context menu', 'actions', 'right click'],
    canRun: isChosen,
    run: askForRowMenu,
    undo: NO_CHANGE,
  },
  {
    id: 'tags',
    title: 'Add a tag',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: ['l'] },
    aliases: ['label', 'tags'],
    canRun: isChosen,
    run: (context) => enter(context, 'tags'),
    undo: NO_CHANGE,
  },
]

function isChosen({ conversationIds, view }: CommandContext): boolean {
  return conversationIds.length > 0 && view.screen === 'inbox'
}

function statusOf({ conversation }: CommandContext): string | null {
  return conversation?.status ?? null
}

/** Changes the status of what is chosen, and moves on at once: nobody waits for a database. */
async function changeStatus(context: CommandContext, status: Status): Promise<readonly Change[]> {
  const { open, conversationIds } = context
  for (const conversationId of conversationIds) moveOn(conversationId, status)
  const changes: Change[] = []
  for (const conversationId of conversationIds) {
    const before = (await readThread(open.db, conversationId))?.conversation.status
    if (before === undefined || before === status) continue
    await applyStatus(open, conversationId, status)
    changes.push({ conversationId, before })
  }
  return changes
}

/** A conversation that is listed in every view, but for its status. */
const LISTED = { isUnread: true, waitingSince: 0, hasDraft: true }

/** Where the selection goes once what is selected is done with; it stays when that is another one. */
export function moveOn(doneId: string, status: Status): void {
  const { name, search, selectedId } = useView.getState()
  if (selectedId !== doneId) return
  // What a search found stays found.
  const isLeaving = search === null && !isInView({ ...LISTED, status }, name)
  // Reopened is not done: what stays on screen stays selected.
  if (status === 'open' && !isLeaving) return
  const way = useCommandSettings.getState().advance
  const id = afterDone(readListed(), doneId, { way, isLeaving })
  select(id)
  if (way === 'list') focusList()
}

async function restoreStatus({ db }: OpenWorkspace, { conversationId, before }: Change): Promise<void> {
  if (before === 'open' || before === 'resolved' || before === 'closed')
    await applyStatus({ db }, conversationId, before)
}

async function applyStatus({ db }: Pick<OpenWorkspace, 'db'>, conversationId: string, status: Status): Promise<void> {
  if (status === 'closed') await closeConversation(db, { conversationId })
  else await setStatus(db, { conversationId, status })
}

async function toggleSeen({ open, conversationIds }: CommandContext): Promise<readonly Change[]> {
  const changes: Change[] = []
  for (const conversationId of conversationIds) {
    const isUnread = (await readThread(open.db, conversationId))?.conversation.isUnread === true
    if (isUnread) await markSeen(open.db, { conversationId, isAsked: true })
    else await markUnseen(open.db, { conversationId })
    changes.push({ conversationId, before: isUnread ? 'unread' : 'read' })
  }
  return changes
}

async function restoreSeen({ db }: OpenWorkspace, { conversationId, before }: Change): Promise<void> {
  if (before === 'unread') await markUnseen(db, { conversationId })
  else await markSeen(db, { conversationId, isAsked: true })
}
