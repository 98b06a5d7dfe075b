import { type Listing, listingOf } from '../../catalogue/listing.ts'
import { countPicked, NONE_PICKED, pickAll, togglePicked } from '../../catalogue/picked.ts'
import { text } from '../../strings/text.ts'
import { select, selectedKey, selectionOf, useView } from '../../view/view.ts'
import type { View } from '../../view/view-state.ts'
import type { OpenWorkspace } from '../../workspace.tsx'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'
import { extendBy, extendTo, type Picking } from '../extend.ts'
import { names } from '../names.ts'
import { listOnScreen } from '../list-on-screen.ts'
import { isListCurrent } from '../targets.ts'

/** Picking several conversations, so that one command applies to all. */
export const PICKING: readonly Command[] = [
  {
    id: 'pick',
    ...names('commands.pick.title', 'commands.pick.aliases'),
    group: 'selection',
    menu: 'conversation',
    scope: 'list',
    keys: { clarion: ['x'] },
    canRun: hasRows,
    run: () => pickSelected(),
    undo: NO_CHANGE,
  },
  {
    id: 'extend-down',
    ...names('commands.extendDown.title', 'commands.extendDown.aliases'),
    group: 'selection',
    menu: 'conversation',
    scope: 'list',
    keys: { clarion: ['Shift+j', 'Shift+ArrowDown'] },
    repeats: true,
    canRun: hasRows,
    run: () => extend(1),
    undo: NO_CHANGE,
  },
  {
    id: 'extend-up',
    ...names('commands.extendUp.title', 'commands.extendUp.aliases'),
    group: 'selection',
    menu: 'conversation',
    scope: 'list',
    keys: { clarion: ['Shift+k', 'Shift+ArrowUp'] },
    repeats: true,
    canRun: hasRows,
    run: () => extend(-1),
    undo: NO_CHANGE,
  },
  {
    id: 'select-all',
    ...names('commands.selectAll.title', 'commands.selectAll.aliases'),
    group: 'selection',
    scope: 'list',
    keys: { clarion: ['$mod+a'], gmail: ['$mod+a', '* a'] },
    canRun: (context) => hasRows(context) && isWhole(),
    run: ({ open, view }) => void selectAll(open, view),
    undo: NO_CHANGE,
  },
  {
    id: 'select-none',
    ...names('commands.selectNone.title', 'commands.selectNone.aliases'),
    group: 'selection',
    menu: 'conversation',
    scope: 'list',
    keys: { clarion: [], gmail: ['* n'] },
    keyless: text('commands.keyless.escape'),
    canRun: ({ view }) => countPicked(view.picked) > 0,
    run: pickNone,
    undo: NO_CHANGE,
  },
]

/** Focus mode doesn't show what is picked, so a command would change a conversation that isn't on screen. */
function hasRows({ view }: CommandContext): boolean {
  return view.screen === 'inbox' && view.run === null && isListCurrent(view) && listOnScreen().count > 0
}

/** Just after a start the last row isn't loaded yet. */
function isWhole(): boolean {
  const listed = listOnScreen()
  return listed.idAt(listed.count - 1) !== null
}

/** Search results hold only the first rows, so the rest is read first. */
async function selectAll(open: OpenWorkspace, { search: text, acting }: View): Promise<void> {
  const listed = text === null ? listOnScreen() : await listFound(open, text, acting !== null)
  if (listed !== null && useView.getState().search === text)
    useView.setState({ picked: pickAll(listed), anchorId: null })
}

async function listFound({ search, workspaces }: OpenWorkspace, text: string, isAll: boolean): Promise<Listing | null> {
  const question = { text, now: Date.now() }
  const found = isAll
    ? await workspaces.searchAll.list(question)
    : await search.list({ ...question, limit: search.progress().conversations })
  return found === null ? null : listingOf({ name: 'all', channel: null }, found.ids)
}

function pickSelected(): void {
  const key = selectedKey(useView.getState())
  const listed = listOnScreen()
  const picked = key !== null && listed.indexOf(key) !== -1 ? key : listed.idAt(0)
  if (picked !== null) pickRow(picked)
}

/** Toggles a row that need not be the selected one. */
function pickRow(id: string): void {
  useView.setState((view) => ({
    picked: togglePicked(view.picked, id),
    anchorId: id,
    ...(view.selectedId === null && selectionOf(view, id)),
    ...leaveCustomer(view),
  }))
}

/** Handles a click: Ctrl or ⌘ toggles a row, Shift picks a range, and a plain click clears the picks and selects. */
export function pressRow(id: string, event: Click, isBox: boolean): void {
  event.stopPropagation()
  if (event.shiftKey) return pickTo(id)
  if (isBox || event.ctrlKey || event.metaKey) return pickRow(id)
  pickNone()
  select(id)
  useView.setState({ pane: 'thread' })
}

type Click = Pick<MouseEvent, 'stopPropagation' | 'shiftKey' | 'ctrlKey' | 'metaKey'>

/** The selection takes the place of the customer panel too. */
function leaveCustomer({ pane }: View): Partial<View> {
  return pane === 'customer' ? { pane: 'thread' } : {}
}

function pickTo(id: string): void {
  useView.setState((view) => afterMove(view, extendTo(listOnScreen(), pickingOf(view), id)))
}

function extend(step: 1 | -1): void {
  useView.setState((view) => afterMove(view, extendBy(listOnScreen(), pickingOf(view), step)))
}

/** Ranges are picked along the list, so by row key. */
function pickingOf({ picked, anchorId, ...view }: View): Picking {
  return { picked, anchorId, selectedId: selectedKey(view) }
}

function afterMove(view: View, { picked, anchorId, selectedId: key }: Picking): Partial<View> {
  const next = { picked, anchorId, ...selectionOf(view, key), ...leaveCustomer(view) }
  return key === selectedKey(view) ? next : { ...next, sought: null, takingBack: null }
}

export function pickNone(): void {
  useView.setState({ picked: NONE_PICKED, anchorId: null })
}
