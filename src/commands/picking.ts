import { countPicked, NONE_PICKED, pickAll, pickOrNot } from '../db/picked.ts'
import { type View, useView } from '../view.ts'
import { type Command, type CommandContext, NO_CHANGE } from './command.ts'
import { extendBy, extendTo } from './extend.ts'
import { readListed } from './listed.ts'

/** Picking many, to do one thing with all of them. */
export const PICKING: readonly Command[] = [
  {
    id: 'pick',
    title: 'Select or deselect',
    group: 'Selecting',
    scope: 'list',
    keys: { clarion: ['x'] },
    aliases: ['mark', 'tick', 'bulk'],
    canRun: hasRows,
    run: () => pickSelected(),
    undo: NO_CHANGE,
  },
  {
    id: 'extend-down',
    title: 'Select, and on to the next',
    group: 'Selecting',
    scope: 'list',
    keys: { clarion: ['Shift+j', 'Shift+ArrowDown'] },
    aliases: ['extend'],
    repeats: true,
    canRun: hasRows,
    run: () => extend(1),
    undo: NO_CHANGE,
  },
  {
    id: 'extend-up',
    title: 'Select, and on to the previous',
    group: 'Selecting',
    scope: 'list',
    keys: { clarion: ['Shift+k', 'Shift+ArrowUp'] },
    aliases: ['extend'],
    repeats: true,
    canRun: hasRows,
    run: () => extend(-1),
    undo: NO_CHANGE,
  },
  {
    id: 'select-all',
    title: 'Select all in this view',
    group: 'Selecting',
    scope: 'list',
    keys: { clarion: ['$mod+a'], gmail: ['$mod+a', '* a'] },
    aliases: ['everything', 'bulk'],
    canRun: (context) => hasRows(context) && isWhole(),
    run: () => useView.setState({ picked: pickAll(readListed()), anchorId: null }),
    undo: NO_CHANGE,
  },
  {
    id: 'select-none',
    title: 'Select none',
    group: 'Selecting',
    scope: 'list',
    keys: { clarion: [], gmail: ['* n'] },
    keyless: 'Back does it, too',
    aliases: ['clear selection', 'deselect'],
    canRun: ({ view }) => countPicked(view.picked) > 0,
    run: pickNone,
    undo: NO_CHANGE,
  },
]

/** In a search its own list is on screen, in which nothing is picked. */
function hasRows({ view }: CommandContext): boolean {
  return view.screen === 'inbox' && view.search === null && readListed().count > 0
}

/** At a start the end of the list is not here yet for a moment. */
function isWhole(): boolean {
  const listed = readListed()
  return listed.idAt(listed.count - 1) !== null
}

function pickSelected(): void {
  const id = useView.getState().selectedId ?? readListed().idAt(0)
  if (id !== null) pickRow(id)
}

/** By the box of a row, or by Ctrl or ⌘ and a click: the row itself need not be selected. */
export function pickRow(id: string): void {
  useView.setState(({ picked, selectedId }) => ({
    picked: pickOrNot(picked, id),
    anchorId: id,
    selectedId: selectedId ?? id,
  }))
}

/** By Shift and a click. */
export function pickTo(id: string): void {
  useView.setState((view) => moved(view, extendTo(readListed(), view, id)))
}

function extend(step: 1 | -1): void {
  useView.setState((view) => moved(view, extendBy(readListed(), view, step)))
}

function moved({ selectedId }: View, next: ReturnType<typeof extendTo>): Partial<View> {
  return next.selectedId === selectedId ? next : { ...next, sought: null, takingBack: null }
}

export function pickNone(): void {
  useView.setState({ picked: NONE_PICKED, anchorId: null })
}
