import { isInView } from '../db/views.ts'
import type { Status } from '../shared/model.ts'
import { openBulk, select, useView } from '../view.ts'
import { changeChosen, endPicking, isToBeAsked } from './bulk.ts'
import type { Outcome } from './change.ts'
import { type Command, type CommandContext, NO_CHANGE } from './command.ts'
import { askForRowMenu, focusList } from './focus.ts'
import { readListed, readUnread } from './listed.ts'
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
    run: (context) => changeStatus(context, 'resolve', 'resolved'),
    undo: { restore: 'status' },
  },
  {
    id: 'close',
    title: 'Close',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: ['#'] },
    aliases: ['end', 'lock'],
    canRun: (context) => isChosen(context) && statusOf(context) !== 'closed',
    run: (context) => changeStatus(context, 'close', 'closed'),
    undo: { restore: 'status' },
  },
  {
    id: 'reopen',
    title: 'Reopen',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: ['Shift+e'] },
    aliases: ['open again', 'move to inbox'],
    canRun: (context) => isChosen(context) && statusOf(context) !== 'open',
    run: (context) => changeStatus(context, 'reopen', 'open'),
    undo: { restore: 'status' },
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
    undo: { restore: 'seen' },
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
    title: 'Tags',
    group: 'Conversation',
    scope: 'thread',
    keys: { clarion: ['l'] },
    aliases: ['label', 'add a tag', 'remove a tag'],
    canRun: isChosen,
    run: enterTags,
    undo: { restore: 'tags' },
  },
]

/** Of one in its thread, of many in a dialog. */
function enterTags(context: CommandContext): void {
  const { conversationIds } = context
  if (conversationIds.length === 1) enter(context, 'tags')
  else openBulk('tags', { commandId: 'tags', conversationIds })
}

function isChosen({ conversationIds, view }: CommandContext): boolean {
  return conversationIds.length > 0 && view.screen === 'inbox'
}

function statusOf({ conversation }: CommandContext): string | null {
  return conversation?.status ?? null
}

/** Changes the status of what is chosen, and moves on at once: nobody waits for a database. */
async function changeStatus(context: CommandContext, commandId: string, status: Status): Promise<Outcome | null> {
  if (isToBeAsked(context, commandId)) return null
  const { conversationIds, view } = context
  const { selectedId } = view
  const ids = new Set(conversationIds)
  if (selectedId !== null && ids.has(selectedId)) moveOn(selectedId, status, ids)
  endPicking(context)
  return changeChosen(context, { field: 'status', valueFor: status })
}

/** A conversation that is listed in every view, but for its status. */
const LISTED = { isUnread: true, waitingSince: 0, hasDraft: true }

/** The selection goes on from what is done with, as the person has it in Settings; `ids` are all that are done with at once. */
export function moveOn(doneId: string, status: Status, ids: ReadonlySet<string> = new Set([doneId])): void {
  const { name, search, selectedId } = useView.getState()
  if (selectedId !== doneId) return
  // What a search found stays found.
  const isLeaving = search === null && !isInView({ ...LISTED, status }, name)
  // Reopened is not done: what stays on screen stays selected. So do many, which are no one's turn.
  if (!isLeaving && (status === 'open' || ids.size > 1)) return
  const way = useCommandSettings.getState().advance
  const id = afterDone(readListed(), doneId, { way, isLeaving, isDone: (other) => ids.has(other) })
  select(id)
  if (way === 'list') focusList()
}

/** One turns into the other; of many, those that are unread are read first. */
function toggleSeen(context: CommandContext): Promise<Outcome> {
  const { open, conversationIds } = context
  const isUnread = readUnread(open)
  const isOne = conversationIds.length === 1
  const value = conversationIds.some(isUnread) ? 'read' : 'unread'
  return changeChosen(context, {
    field: 'seen',
    valueFor: isOne ? (shown) => (shown.isUnread ? 'read' : 'unread') : value,
  })
}
