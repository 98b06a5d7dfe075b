import { countPicked } from '../../catalogue/picked.ts'
import { text } from '../../strings/text.ts'
import { beginRun, endRun, searchFor, select, selectedKey, showView, takeIn, useView } from '../../view/view.ts'
import { showToast } from '../../view/toasts.ts'
import { type BackStep, backStep } from '../keys/back-step.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'
import { backFocus, focusList, hasList as isListDrawn, afterNextFrame } from '../keys/dom.ts'
import { focusEntry, focusThread, isInThreadOf, showTopOfList } from '../keys/thread-focus.ts'
import { names } from '../names.ts'
import { countTargets } from '../parts/parts.ts'
import { listOnScreen, readUnreadRows } from '../list-on-screen.ts'
import { closeCustomer, goToList } from '../panes.ts'
import { isCustomerCovering, isPaneShown } from '../../view/layout.ts'
import { neighbour, neighbourAmong } from '../navigation.ts'
import { pickNone } from './pick.ts'
import { startReply } from '../replying.ts'
import { isListCurrent } from '../targets.ts'

/** Moving along the list, into a thread and back. */
export const MOVING: readonly Command[] = [
  {
    id: 'next',
    ...names('commands.next.title', 'commands.next.aliases'),
    group: 'navigation',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['j', 'ArrowDown'] },
    repeats: true,
    run: () => move(1),
    undo: NO_CHANGE,
  },
  {
    id: 'previous',
    ...names('commands.previous.title', 'commands.previous.aliases'),
    group: 'navigation',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['k', 'ArrowUp'] },
    repeats: true,
    run: () => move(-1),
    undo: NO_CHANGE,
  },
  {
    id: 'next-unread',
    ...names('commands.nextUnread.title'),
    group: 'navigation',
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
    ...names('commands.previousUnread.title'),
    group: 'navigation',
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
    ...names('commands.takeIn.title', 'commands.takeIn.aliases'),
    group: 'navigation',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['i'] },
    canRun: ({ view }) => view.newCount > 0 && view.run === null,
    run: showNewConversations,
    undo: NO_CHANGE,
  },
  {
    id: 'open',
    ...names('commands.open.title', 'commands.open.aliases'),
    group: 'navigation',
    menu: 'go',
    scope: 'list',
    targets: 'one',
    keys: { clarion: ['Enter', 'o'], gmail: ['o', 'Enter'], superhuman: ['Enter'] },
    canRun: hasList,
    run: (context) => enter(context),
    undo: NO_CHANGE,
  },
  {
    id: 'run-mode',
    ...names('commands.runMode.title', 'commands.runMode.aliases'),
    titleNow: ({ view }) => text(view.run === null ? 'commands.runMode.title' : 'commands.runMode.leave'),
    group: 'navigation',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['.'] },
    canRun: (context) => hasList(context) && context.view.search === null,
    run: ({ view }) => (view.run === null ? beginRun(listOnScreen()) : endRun()),
    undo: NO_CHANGE,
  },
  {
    id: 'back',
    ...names('commands.back.title', 'commands.back.aliases'),
    group: 'navigation',
    scope: 'global',
    keys: { clarion: ['Escape'], gmail: ['Escape', 'u'] },
    worksInText: true,
    run: back,
    undo: NO_CHANGE,
  },
]

/** New conversations are at the top. */
export function showNewConversations(): void {
  showTopOfList()
  takeIn()
}

function hasList({ view }: CommandContext): boolean {
  return view.screen === 'inbox' && isListCurrent(view) && listOnScreen().count > 0
}

/** Opens the thread of the chosen conversation, or its reply field if the thread has the focus. Without a selection it opens the first row. */
function enter(context: CommandContext): void {
  const { open, view, conversationIds } = context
  const id = chosenId(context)
  if (id !== null && isInThreadOf(id)) return void startReply(open, id)
  // The selected conversation may be missing from the list: its thread can still be opened.
  if (conversationIds.length === 0 && view.selectedId === null) select(listOnScreen().idAt(0))
  const openedId = conversationIds.length > 0 ? id : useView.getState().selectedId
  if (openedId !== null) focusThread(openedId)
}

/** The conversation that a command for one applies to: the selected one, if several are picked. */
export function chosenId({ view, parts, conversationIds }: CommandContext): string | null {
  const [first] = conversationIds
  const key = selectedKey(view)
  const isSelectedListed = key !== null && view.listed.indexOf(key) !== -1
  return countTargets(parts) > 1 && isSelectedListed ? view.selectedId : (first ?? null)
}

function move(step: 1 | -1): void {
  const view = useView.getState()
  const { screen, lostPlace } = view
  if (screen === 'outbox') return focusEntry(step)
  // The list of the previous view is about to be replaced.
  if (!isListCurrent(view)) return
  const id = neighbour(listOnScreen(), selectedKey(view), step, lostPlace)
  if (id !== null) select(id)
}

function moveToUnread({ open }: CommandContext, step: 1 | -1): void {
  const id = neighbourAmong(listOnScreen(), selectedKey(useView.getState()), step, readUnreadRows(open))
  if (id !== null) select(id)
  else showToast(text('commands.noOtherUnread'))
}

/** One step back, until the list has the focus and nothing is selected. An open dialog or menu closes itself. */
function back(): void {
  const view = useView.getState()
  const { screen, run, search, picked } = view
  const step = backStep({
    screen,
    isRun: run !== null,
    isSearching: search !== null,
    hasPicked: countPicked(picked) > 0,
    focus: backFocus(),
    hasList: isListDrawn(),
    isListHidden: !isPaneShown(view, 'list'),
    isCustomerCovering: isCustomerCovering(view),
  })
  BACK[step]()
}

const BACK: Readonly<Record<BackStep, () => void>> = {
  'leave-outbox'() {
    const { name, channel, tag } = useView.getState()
    showView(name, channel, tag)
  },
  'close-customer': closeCustomer,
  'end-run': endRun,
  'end-search': endSearch,
  'focus-list': goToList,
  'pick-none': pickNone,
  'select-none': () => select(null),
}

/** Ends the search. The list is drawn in the next frame, so it is focused twice. */
export function endSearch(): void {
  searchFor(null)
  focusList()
  afterNextFrame(focusList)
}
