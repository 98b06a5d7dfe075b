import { findSaved, listSavedSearches } from '../../db/saved-searches.ts'
import { idsBetween, type Listing } from '../../catalogue/listing.ts'
import { countPicked, idsPicked } from '../../catalogue/picked.ts'
import { stopExport, useView } from '../../view.ts'
import type { ToExport, View } from '../../view-state.ts'
import type { OpenWorkspace } from '../../workspace.tsx'
import { channelLabel } from '../../words/channel.tsx'
import { viewLabel } from '../../words/view.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'
import { listOnScreen } from '../list-on-screen.ts'

/** What is on screen, or what is picked of it, as a file. */
export const EXPORTING: readonly Command[] = [
  {
    id: 'export',
    title: 'Export this view or what is selected',
    titleNow: ({ view }) => (countPicked(view.picked) > 0 ? 'Export what is selected' : 'Export this view'),
    group: 'Selecting',
    menu: 'file',
    scope: 'global',
    keys: { clarion: ['$mod+Shift+e'] },
    aliases: ['save as', 'download', 'csv', 'json', 'markdown', 'backup'],
    worksInText: true,
    canRun: ({ view }) => view.exporting?.kind !== 'running' && hasSomething(view),
    run: (context) => void ask(context),
    undo: NO_CHANGE,
  },
  {
    id: 'stop-export',
    title: 'Stop the export',
    group: 'Selecting',
    menu: 'file',
    scope: 'global',
    keys: { clarion: [] },
    keyless: 'Where it says how far it is, a button does it',
    aliases: ['cancel'],
    canRun: ({ view }) => view.exporting?.kind === 'running',
    run: stopExport,
    undo: NO_CHANGE,
  },
]

function hasSomething(view: View): boolean {
  if (countPicked(view.picked) > 0) return true
  const listed = view.run ?? listOnScreen()
  // At a start the end of the list is not here yet for a moment; of what was found it never is.
  return view.screen === 'inbox' && listed.count > 0 && (view.search !== null || listed.idAt(listed.count - 1) !== null)
}

async function ask({ open, view }: CommandContext): Promise<void> {
  const toExport = await findOut(open, view)
  const now = useView.getState()
  // The search may have stopped, and the person may have gone on.
  if (toExport !== null && now.search === view.search && now.dialog === 'none')
    useView.setState({ dialog: 'export', toExport })
}

async function findOut({ search, db }: OpenWorkspace, view: View): Promise<ToExport | null> {
  const { picked, search: text } = view
  const place = text === null ? placeWords(view) : await searchWords(db, text)
  if (countPicked(picked) > 0)
    return { title: `Selected from ${place}`, conversationIds: idsPicked(picked), isCut: false }
  if (text === null || view.run !== null) {
    const listed = view.run ?? listOnScreen()
    return { title: place, conversationIds: idsBetween(listed, 0, listed.count), isCut: false }
  }
  const found = await search.list({ text, now: Date.now(), limit: search.progress().conversations })
  return found === null || found.ids.length === 0
    ? null
    : { title: place, conversationIds: found.ids, isCut: found.isCut }
}

async function searchWords(db: OpenWorkspace['db'], text: string): Promise<string> {
  return findSaved(await listSavedSearches(db), text)?.name ?? `Search ${text.trim()}`
}

function placeWords({ run, ...view }: View): string {
  const { name, channel, tag }: Pick<Listing, 'name' | 'channel' | 'tag'> = run ?? view
  const narrowed = [channel === null ? null : channelLabel(channel), tag ?? null]
  return [viewLabel(name), ...narrowed.filter((one) => one !== null)].join(', ')
}
