import type { SavedSearch } from '../../db/saved-searches.ts'
import { VIEWS } from '../../db/views.ts'
import { type Channel, CHANNELS } from '../../shared/model.ts'
import { text, type TextId } from '../../strings/text.ts'
import { openDialog, searchFor, showOutbox, showView, useView } from '../../view/view.ts'
import { type Command, NO_CHANGE } from '../command.ts'
import { names } from '../names.ts'
import { goToView } from './go-to-view.ts'
import { focusSearch, focusSearches, focusTags } from '../keys/thread-focus.ts'

const CHANNEL_TITLES = {
  sms: 'commands.goSms.title',
  email: 'commands.goEmail.title',
  whatsapp: 'commands.goWhatsapp.title',
  instagram: 'commands.goInstagram.title',
  facebook: 'commands.goFacebook.title',
  voice: 'commands.goVoice.title',
} as const satisfies Record<Channel, TextId>

/** Going to search, views, the outbox, tags and channels. */
export const PLACES: readonly Command[] = [
  {
    id: 'search',
    ...names('commands.search.title', 'commands.search.aliases'),
    group: 'go-to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: ['/', '$mod+f'] },
    worksInText: true,
    run: openSearch,
    undo: NO_CHANGE,
  },
  ...VIEWS.map(goToView),
  {
    id: 'go-outbox',
    ...names('commands.goOutbox.title', 'commands.goOutbox.aliases'),
    group: 'go-to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: ['g o'] },
    run: showOutbox,
    undo: NO_CHANGE,
  },
  {
    id: 'go-tags',
    ...names('commands.goTags.title', 'commands.goTags.aliases'),
    group: 'go-to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: ['g t'], gmail: ['g l'], superhuman: ['g l'] },
    run: focusTags,
    undo: NO_CHANGE,
  },
  {
    id: 'go-searches',
    ...names('commands.goSearches.title', 'commands.goSearches.aliases'),
    group: 'go-to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: ['g v'] },
    run: focusSearches,
    undo: NO_CHANGE,
  },
  {
    id: 'save-search',
    ...names('commands.saveSearch.title', 'commands.saveSearch.aliases'),
    group: 'go-to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: ['$mod+s'] },
    worksInText: true,
    canRun: ({ view }) => !isEmptySearch(view.search),
    run: () => openDialog('save-search'),
    undo: { why: 'Delete it in the dialog where you rename it.' },
  },
  ...CHANNELS.map(goToChannel),
  {
    id: 'next-channel',
    ...names('commands.nextChannel.title'),
    group: 'go-to',
    menu: 'go',
    scope: 'list',
    keys: { clarion: [']'], gmail: ['`', ']'] },
    repeats: true,
    run: () => stepChannel(1),
    undo: NO_CHANGE,
  },
  {
    id: 'previous-channel',
    ...names('commands.previousChannel.title'),
    group: 'go-to',
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
export function goToSearch({ id, name, text: query }: SavedSearch): Command {
  return {
    id: `go-search-${id}`,
    title: text('commands.goToSearch.title', { name }),
    group: 'go-to',
    scope: 'global',
    keys: { clarion: [] },
    keyless: text('commands.keyless.savedSearches'),
    aliases: [text('commands.goToSearch.alias'), query],
    run: () => searchFor(query),
    undo: NO_CHANGE,
  }
}

function isEmptySearch(query: string | null): boolean {
  return query === null || query.trim() === ''
}

function goToChannel(channel: Channel, index: number): Command {
  return {
    id: `go-channel-${channel}`,
    ...names(CHANNEL_TITLES[channel], 'commands.goChannel.aliases'),
    group: 'go-to',
    menu: 'go',
    scope: 'global',
    // Ctrl or ⌘ with a digit shows a workspace.
    keys: { clarion: [`g ${index + 1}`] },
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
