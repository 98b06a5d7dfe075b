import type { ViewName } from '../../db/views.ts'
import type { TextId } from '../../strings/text.ts'
import { showView } from '../../view/view.ts'
import { type Command, NO_CHANGE } from '../command.ts'
import { names } from '../names.ts'

/** The letter after G. A view without one doesn't compile. */
const LETTERS: Readonly<Record<ViewName, string>> = {
  inbox: 'i',
  unread: 'u',
  waiting: 'w',
  drafts: 'd',
  snoozed: 's',
  starred: '*',
  resolved: 'r',
  closed: 'c',
  all: 'a',
}

/** Gmail's own letters. */
const GMAIL: Partial<Record<ViewName, readonly string[]>> = { starred: ['g s'], snoozed: ['g b'] }

/** Superhuman's own letters, and its Shift keys that filter a list. */
const SUPERHUMAN: Partial<Record<ViewName, readonly string[]>> = {
  unread: ['g u', 'Shift+u'],
  starred: ['g s', 'Shift+s'],
  snoozed: ['g h'],
  resolved: ['g e', 'g r'],
  closed: ['g #', 'g c'],
}

/** The same for users who finish conversations by closing them: Done is then Closed. */
const SUPERHUMAN_CLOSING: Partial<Record<ViewName, readonly string[]>> = {
  resolved: ['g #', 'g r'],
  closed: ['g e', 'g c'],
}

const VIEW_TITLES = {
  inbox: 'commands.goInbox.title',
  unread: 'commands.goUnread.title',
  waiting: 'commands.goWaiting.title',
  drafts: 'commands.goDrafts.title',
  snoozed: 'commands.goSnoozed.title',
  starred: 'commands.goStarred.title',
  resolved: 'commands.goResolved.title',
  closed: 'commands.goClosed.title',
  all: 'commands.goAll.title',
} as const satisfies Record<ViewName, TextId>

/** The command for a view. */
export function goToView(name: ViewName): Command {
  const clarion = [`g ${LETTERS[name]}`]
  const [gmail, superhuman] = [GMAIL[name], SUPERHUMAN[name]]
  const closing = SUPERHUMAN_CLOSING[name]
  return {
    id: `go-${name}`,
    ...names(VIEW_TITLES[name], 'commands.goView.aliases'),
    group: 'go-to',
    menu: 'go',
    scope: 'global',
    keys: {
      clarion,
      ...(gmail !== undefined && { gmail }),
      ...(superhuman !== undefined && { superhuman }),
    },
    ...(closing !== undefined && { whenClosing: { keys: { clarion, superhuman: closing } } }),
    run: () => showView(name, null),
    undo: NO_CHANGE,
  }
}
