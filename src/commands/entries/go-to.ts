import type { SavedSearch } from '../../db/saved-searches.ts'
import { VIEWS, type ViewName } from '../../db/views.ts'
import { type Channel, CHANNELS } from '../../shared/model.ts'
import { openDialog, searchFor, showOutbox, showView, useView } from '../../view.ts'
import { channelLabel } from '../../words/channel.tsx'
import { viewLabel } from '../../words/view.ts'
import { type Command, NO_CHANGE } from '../command.ts'
import { focusSearch, focusSearches, focusTags } from '../keys/thread-focus.ts'

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

/** Going to search, views, the outbox, tags and channels. */
export const PLACES: readonly Command[] = [
  {
    id: 'search',
    title: 'Search',
    group: 'Going to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: ['/', '$mod+f'] },
    aliases: ['find', 'look for'],
    worksInText: true,
    run: openSearch,
    undo: NO_CHANGE,
  },
  ...VIEWS.map(goToView),
  {
    id: 'go-outbox',
    title: 'Go to Outbox',
    group: 'Going to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: ['g o'] },
    aliases: ['waiting to send', 'unsent'],
    run: showOutbox,
    undo: NO_CHANGE,
  },
  {
    id: 'go-tags',
    title: 'Go to tags',
    group: 'Going to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: ['g t'], gmail: ['g l'], superhuman: ['g l'] },
    aliases: ['labels', 'tag'],
    run: focusTags,
    undo: NO_CHANGE,
  },
  {
    id: 'go-searches',
    title: 'Go to saved searches',
    group: 'Going to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: ['g v'] },
    aliases: ['smart views', 'folders'],
    run: focusSearches,
    undo: NO_CHANGE,
  },
  {
    id: 'save-search',
    title: 'Save search as view',
    group: 'Going to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: ['$mod+s'] },
    aliases: ['smart view', 'folder', 'rename search', 'delete search'],
    worksInText: true,
    canRun: ({ view }) => !isEmptySearch(view.search),
    run: () => openDialog('save-search'),
    undo: { why: 'Delete it in the dialog where you rename it.' },
  },
  ...CHANNELS.map(goToChannel),
  {
    id: 'next-channel',
    title: 'Next channel',
    group: 'Going to',
    menu: 'go',
    scope: 'list',
    keys: { clarion: [']'], gmail: ['`', ']'] },
    repeats: true,
    run: () => stepChannel(1),
    undo: NO_CHANGE,
  },
  {
    id: 'previous-channel',
    title: 'Previous channel',
    group: 'Going to',
    menu: 'go',
    scope: 'list',
    keys: { clarion: ['['], gmail: ['~', '['] },
    repeats: true,
    run: () => stepChannel(-1),
    undo: NO_CHANGE,
  },
]

/** Focuses the field at once when it is on screen, so that the next letter goes into it. */
function openSearch(): void {
  if (useView.getState().search === null) searchFor('')
  if (!focusSearch()) requestAnimationFrame(focusSearch)
}

/** The command for a saved search. */
export function goToSearch({ id, name, text }: SavedSearch): Command {
  return {
    id: `go-search-${id}`,
    title: `Go to ${name}`,
    group: 'Going to',
    scope: 'global',
    keys: { clarion: [] },
    keyless: 'Go to saved searches first',
    aliases: ['saved search', text],
    run: () => searchFor(text),
    undo: NO_CHANGE,
  }
}

function isEmptySearch(text: string | null): boolean {
  return text === null || text.trim() === ''
}

function goToView(name: ViewName): Command {
  const clarion = [`g ${LETTERS[name]}`]
  const [gmail, superhuman] = [GMAIL[name], SUPERHUMAN[name]]
  const closing = SUPERHUMAN_CLOSING[name]
  return {
    id: `go-${name}`,
    title: `Go to ${viewLabel(name)}`,
    group: 'Going to',
    menu: 'go',
    scope: 'global',
    keys: {
      clarion,
      ...(gmail !== undefined && { gmail }),
      ...(superhuman !== undefined && { superhuman }),
    },
    ...(closing !== undefined && { whenClosing: { keys: { clarion, superhuman: closing } } }),
    aliases: ['view'],
    run: () => showView(name, null),
    undo: NO_CHANGE,
  }
}

function goToChannel(channel: Channel, index: number): Command {
  return {
    id: `go-channel-${channel}`,
    title: `Go to ${channelLabel(channel)}`,
    group: 'Going to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: [`$mod+${index + 1}`] },
    aliases: ['channel'],
    worksInText: true,
    run: () => showView('inbox', channel),
    undo: NO_CHANGE,
  }
}

/** Steps through the channels; "all" is between the last and the first. The view stays the same. */
function stepChannel(step: 1 | -1): void {
  const { name, channel, tag } = useView.getState()
  const stops = [null, ...CHANNELS]
  const index = stops.findIndex((stop) => stop === channel)
  showView(name, stops.at((Math.max(index, 0) + step) % stops.length) ?? null, tag)
}
