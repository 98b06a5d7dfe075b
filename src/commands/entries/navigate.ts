import { countPicked } from '../../catalogue/picked.ts'
import { beginRun, endRun, showToast, searchFor, select, showView, takeIn, useView } from '../../view.ts'
import { type BackStep, backStep } from '../keys/back-step.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'
import { backFocus, focusList, hasList as isListDrawn, afterNextFrame } from '../keys/dom.ts'
import { focusEntry, focusThread, isInThreadOf, showTopOfList } from '../keys/thread-focus.ts'
import { listOnScreen, readUnread } from '../list-on-screen.ts'
import { neighbour, neighbourAmong } from '../navigation.ts'
import { pickNone } from './pick.ts'
import { startReply } from '../replying.ts'
import { isListCurrent } from '../targets.ts'

/** Along the list, into a thread and back. */
export const MOVING: readonly Command[] = [
  {
    id: 'next',
    title: 'Next conversation',
    group: 'Moving',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['j', 'ArrowDown'] },
    aliases: ['down'],
    repeats: true,
    run: () => move(1),
    undo: NO_CHANGE,
  },
  {
    id: 'previous',
    title: 'Previous conversation',
    group: 'Moving',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['k', 'ArrowUp'] },
    aliases: ['up'],
    repeats: true,
    run: () => move(-1),
    undo: NO_CHANGE,
  },
  {
    id: 'next-unread',
    title: 'Next unread conversation',
    group: 'Moving',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['n'] },
    repeats: true,
    canRun: hasList,
    run: (context) => moveToUnread(context, 1),
    undo: NO_CHANGE,
  },
  {
    id: 'previous-unread',
    title: 'Previous unread conversation',
    group: 'Moving',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['Shift+n'] },
    repeats: true,
    canRun: hasList,
    run: (context) => moveToUnread(context, -1),
    undo: NO_CHANGE,
  },
  {
    id: 'take-in',
    title: 'Take in what is new',
    group: 'Moving',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['i'] },
    aliases: ['new messages', 'top of the list', 'refresh'],
    canRun: ({ view }) => view.newCount > 0 && view.run === null,
    run: showNewConversations,
    undo: NO_CHANGE,
  },
  {
    id: 'open',
    title: 'Open the thread, and from there reply',
    group: 'Moving',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['Enter', 'o'], gmail: ['o', 'Enter'], superhuman: ['Enter'] },
    aliases: ['read', 'messages'],
    canRun: hasList,
    run: (context) => enter(context),
    undo: NO_CHANGE,
  },
  {
    id: 'run-mode',
    title: 'Run mode: one conversation a screen',
    titleNow: ({ view }) => (view.run === null ? 'Run mode: one conversation a screen' : 'Leave run mode'),
    group: 'Moving',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['.'] },
    aliases: ['focus', 'full screen', 'one by one', 'get me to zero'],
    canRun: (context) => hasList(context) && context.view.search === null,
    run: ({ view }) => (view.run === null ? beginRun(listOnScreen()) : endRun()),
    undo: NO_CHANGE,
  },
  {
    id: 'back',
    title: 'Back',
    group: 'Moving',
    scope: 'global',
    keys: { clarion: ['Escape'], gmail: ['Escape', 'u'] },
    aliases: ['leave', 'clear selection', 'list'],
    worksInText: true,
    run: back,
    undo: NO_CHANGE,
  },
]

/** What is new is at the top. */
export function showNewConversations(): void {
  showTopOfList()
  takeIn()
}

function hasList({ view }: CommandContext): boolean {
  return view.screen === 'inbox' && isListCurrent(view) && listOnScreen().count > 0
}

/** Into the thread of what is chosen, and from there into its reply; where nothing is selected, into that of the first in the list. */
function enter(context: CommandContext): void {
  const { open, view, conversationIds } = context
  const chosen = chosenId(context)
  if (chosen !== null && isInThreadOf(chosen)) return void startReply(open, chosen)
  // The thread may show a conversation that the list does not hold; the focus may go there.
  const id = conversationIds.length > 0 ? chosen : (view.selectedId ?? listOnScreen().idAt(0))
  if (id !== null) focusThread(id)
}

/** The one conversation that a command is about: of many that are picked, the selected one. */
export function chosenId({ view, conversationIds }: CommandContext): string | null {
  const [first, ...others] = conversationIds
  const isSelectedListed = view.selectedId !== null && view.listed.indexOf(view.selectedId) !== -1
  return others.length > 0 && isSelectedListed ? view.selectedId : (first ?? null)
}

function move(step: 1 | -1): void {
  const view = useView.getState()
  const { screen, selectedId, lostPlace } = view
  if (screen === 'outbox') return focusEntry(step)
  // The list of the view before is about to go.
  if (!isListCurrent(view)) return
  const id = neighbour(listOnScreen(), selectedId, step, lostPlace)
  if (id !== null) select(id)
}

function moveToUnread({ open }: CommandContext, step: 1 | -1): void {
  const id = neighbourAmong(listOnScreen(), useView.getState().selectedId, step, readUnread(open))
  if (id !== null) select(id)
  else showToast('No other conversation in this list is unread.')
}

/** One step back, towards the list with nothing selected. An open dialog or menu closes itself. */
function back(): void {
  const { screen, run, search, picked } = useView.getState()
  const step = backStep({
    screen,
    isRun: run !== null,
    isSearching: search !== null,
    hasPicked: countPicked(picked) > 0,
    focus: backFocus(),
    hasList: isListDrawn(),
  })
  BACK[step]()
}

const BACK: Readonly<Record<BackStep, () => void>> = {
  'leave-outbox'() {
    const { name, channel, tag } = useView.getState()
    showView(name, channel, tag)
  },
  'end-run': endRun,
  'end-search': endSearch,
  'focus-list': focusList,
  'pick-none': pickNone,
  'select-none': () => select(null),
}

/** The list is there again in the next frame, and the focus goes to it. */
export function endSearch(): void {
  searchFor(null)
  focusList()
  afterNextFrame(focusList)
}
