import { isOpenStatus } from '../../db/views.ts'
import type { Status } from '../../shared/model.ts'
import { text } from '../../strings/text.ts'
import { openBulk, selectedKey } from '../../view/view.ts'
import { actFor } from '../../view/workspace-view.ts'
import { askForField } from '../../view/view-field.ts'
import { changeTargets, changeLeaving, endPicking, asksFirst } from '../bulk.ts'
import type { ChangeOutcome } from '../change.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'
import { names } from '../names.ts'
import { askForRowMenu } from '../keys/thread-focus.ts'
import { areStarred, isAnySnoozed, isAnyUnread } from '../list-on-screen.ts'
import { moveOn } from '../advance.ts'
import { countTargets, keysOf } from '../parts/parts.ts'

/** Keys of the command that finishes conversations, and of the other one. Settings says which is which. */
const FINISH_KEYS = { clarion: ['e'] }
const OTHER_FINISH_KEYS = { clarion: ['#'] }

/** Changing the status, tags, star and snooze of conversations. */
export const TRIAGE: readonly Command[] = [
  {
    id: 'resolve',
    ...names('commands.resolve.title', 'commands.resolve.aliases'),
    group: 'conversation',
    menu: 'conversation',
    scope: 'thread',
    targets: 'several',
    keys: FINISH_KEYS,
    whenClosing: { keys: OTHER_FINISH_KEYS },
    canRun: (context) => isChosen(context) && statusOf(context) !== 'resolved',
    run: (context) => changeStatus(context, 'resolve', 'resolved'),
    undo: { restore: 'status' },
  },
  {
    id: 'close',
    ...names('commands.close.title', 'commands.close.aliases'),
    group: 'conversation',
    menu: 'conversation',
    scope: 'thread',
    targets: 'several',
    keys: OTHER_FINISH_KEYS,
    whenClosing: { keys: FINISH_KEYS },
    canRun: (context) => isChosen(context) && statusOf(context) !== 'closed',
    run: (context) => changeStatus(context, 'close', 'closed'),
    undo: { restore: 'status' },
  },
  {
    id: 'reopen',
    ...names('commands.reopen.title', 'commands.reopen.aliases'),
    group: 'conversation',
    menu: 'conversation',
    scope: 'thread',
    targets: 'several',
    keys: { clarion: ['Shift+e'] },
    canRun: (context) => isChosen(context) && statusOf(context) !== 'open',
    run: (context) => changeStatus(context, 'reopen', 'open'),
    undo: { restore: 'status' },
  },
  {
    id: 'toggle-seen',
    ...names('commands.toggleSeen.title', 'commands.toggleSeen.aliases'),
    titleNow: ({ conversation }) =>
      text(conversation?.isUnread === true ? 'commands.toggleSeen.markRead' : 'commands.toggleSeen.markUnread'),
    group: 'conversation',
    menu: 'conversation',
    scope: 'thread',
    targets: 'several',
    keys: { clarion: ['u', 'Shift+u'], gmail: ['Shift+u', 'Shift+i'], superhuman: ['u'] },
    canRun: isChosen,
    run: toggleSeen,
    undo: { restore: 'seen' },
  },
  {
    id: 'snooze',
    ...names('commands.snooze.title', 'commands.snooze.aliases'),
    titleNow: ({ parts }) => text(isAnySnoozed(parts) ? 'commands.snooze.change' : 'commands.snooze.title'),
    group: 'conversation',
    menu: 'conversation',
    scope: 'thread',
    targets: 'several',
    keys: { clarion: ['h'], gmail: ['b', 'h'] },
    canRun: (context) => isChosen(context) && (statusOf(context) === null || isOpenStatus(statusOf(context) ?? '')),
    run: ({ parts, view }) => openBulk('snooze', { commandId: 'snooze', keys: keysOf(parts, view.acting) }),
    undo: { restore: 'snooze' },
  },
  {
    id: 'star',
    ...names('commands.star.title', 'commands.star.aliases'),
    titleNow: ({ parts }) => text(areStarred(parts) ? 'commands.star.remove' : 'commands.star.add'),
    group: 'conversation',
    menu: 'conversation',
    scope: 'thread',
    targets: 'several',
    keys: { clarion: ['s'] },
    canRun: isChosen,
    run: toggleStar,
    undo: { restore: 'star' },
  },
  {
    id: 'actions',
    ...names('commands.actions.title', 'commands.actions.aliases'),
    group: 'conversation',
    menu: 'conversation',
    scope: 'list',
    keys: { clarion: ['Shift+F10', 'ContextMenu'] },
    canRun: isChosen,
    run: askForRowMenu,
    undo: NO_CHANGE,
  },
  {
    id: 'tags',
    ...names('commands.tags.title', 'commands.tags.aliases'),
    group: 'conversation',
    menu: 'conversation',
    scope: 'thread',
    targets: 'several',
    keys: { clarion: ['l'] },
    canRun: isChosen,
    run: enterTags,
    undo: { restore: 'tags' },
  },
]

/** Focuses the tag field of one conversation, or opens a dialog for several. */
function enterTags({ parts, view }: CommandContext): void {
  const [part] = parts
  const [id] = part?.conversationIds ?? []
  if (countTargets(parts) > 1) return openBulk('tags', { commandId: 'tags', keys: keysOf(parts, view.acting) })
  if (part === undefined || id === undefined) return
  actFor(part.workspace.id)
  askForField(id, 'tags')
}

function isChosen({ parts, view }: CommandContext): boolean {
  return parts.length > 0 && view.screen === 'inbox'
}

function statusOf({ conversation }: CommandContext): string | null {
  return conversation?.status ?? null
}

/** Changes the status and moves the selection at once, without waiting for the database. */
async function changeStatus(context: CommandContext, commandId: string, status: Status): Promise<ChangeOutcome | null> {
  if (asksFirst(context, commandId)) return null
  const { parts, view } = context
  moveOn(selectedKey(view), { status }, new Set(keysOf(parts, view.acting)))
  endPicking(parts)
  return changeLeaving(parts, { field: 'status', valueFor: status }, { status })
}

/** Toggles the star of one conversation. Of several, it first stars all that have none. */
function toggleStar({ parts }: CommandContext): Promise<ChangeOutcome> {
  const isOne = countTargets(parts) === 1
  const value = areStarred(parts) ? 'not starred' : 'starred'
  return changeLeaving(
    parts,
    {
      field: 'star',
      valueFor: isOne ? (shown) => (shown.isStarred ? 'not starred' : 'starred') : value,
    },
    { isStarred: value === 'starred' },
  )
}

/** Toggles read and unread for one conversation. Of several, it first marks all as read. */
function toggleSeen({ parts }: CommandContext): Promise<ChangeOutcome> {
  const isOne = countTargets(parts) === 1
  const value = isAnyUnread(parts) ? 'read' : 'unread'
  return changeTargets(parts, {
    field: 'seen',
    valueFor: isOne ? (shown) => (shown.isUnread ? 'read' : 'unread') : value,
  })
}
