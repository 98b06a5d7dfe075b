import type { Database } from '../../db/database.ts'
import { findSaved, listSavedSearches } from '../../db/saved-searches.ts'
import { idsBetween, type Listing } from '../../catalogue/listing.ts'
import { countPicked } from '../../catalogue/picked.ts'
import { text } from '../../strings/text.ts'
import { stopExport, useView } from '../../view/view.ts'
import { actFor } from '../../view/workspace-view.ts'
import { showToast } from '../../view/toasts.ts'
import type { ToExport, View } from '../../view/view-state.ts'
import { channelLabel } from '../../words/channel.tsx'
import { viewLabel } from '../../words/view.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'
import { names } from '../names.ts'
import { listOnScreen } from '../list-on-screen.ts'

/** Exporting the view on screen, or the picked conversations. */
export const EXPORTING: readonly Command[] = [
  {
    id: 'export',
    ...names('commands.export.title', 'commands.export.aliases'),
    titleNow: ({ view }) => text(countPicked(view.picked) > 0 ? 'commands.export.selection' : 'commands.export.view'),
    group: 'selection',
    menu: 'file',
    scope: 'global',
    keys: { clarion: ['$mod+Shift+e'] },
    worksInText: true,
    canRun: ({ view }) => view.exporting?.kind !== 'running' && hasSomething(view),
    run: (context) => void openExportDialog(context),
    undo: NO_CHANGE,
  },
  {
    id: 'stop-export',
    ...names('commands.stopExport.title', 'commands.stopExport.aliases'),
    group: 'selection',
    menu: 'file',
    scope: 'global',
    keys: { clarion: [] },
    keyless: text('commands.keyless.stopExport'),
    canRun: ({ view }) => view.exporting?.kind === 'running',
    run: stopExport,
    undo: NO_CHANGE,
  },
]

function hasSomething(view: View): boolean {
  if (countPicked(view.picked) > 0) return true
  const listed = view.run ?? listOnScreen()
  // Just after a start the last row isn't loaded yet. Of search results it never is.
  return view.screen === 'inbox' && listed.count > 0 && (view.search !== null || listed.idAt(listed.count - 1) !== null)
}

async function openExportDialog(context: CommandContext): Promise<void> {
  const { view } = context
  if (view.acting !== null) {
    const refusal = refusalIn(context)
    if (refusal !== null) return showToast(refusal)
    // The dialog exports from the acting workspace.
    actFor(context.open.workspace.id)
  }
  const toExport = await readToExport(context)
  const now = useView.getState()
  // The search may have ended, and the user may have moved on.
  if (toExport !== null && now.search === view.search && now.dialog === 'none')
    useView.setState({ dialog: 'export', toExport })
}

/** Why nothing can be exported from All inboxes: a file holds conversations of one workspace. Null when it can. */
function refusalIn({ view, parts }: CommandContext): string | null {
  const [part, ...others] = countPicked(view.picked) > 0 ? parts : []
  if (part === undefined || others.length > 0) return text('commands.exported.oneWorkspace')
  return part.open === null ? text('commands.why.workspaceNotOpen') : null
}

async function readToExport({
  open: { search, db },
  view,
  conversationIds: targets,
}: CommandContext): Promise<ToExport | null> {
  const { picked, search: query } = view
  const title = query === null ? viewTitle(view) : await searchTitle(db, query)
  if (countPicked(picked) > 0)
    return { title: text('commands.exported.selection', { title }), conversationIds: [...targets], isCut: false }
  if (query === null || view.run !== null) {
    const listed = view.run ?? listOnScreen()
    return { title, conversationIds: idsBetween(listed, 0, listed.count), isCut: false }
  }
  const found = await search.list({ text: query, now: Date.now(), limit: search.progress().conversations })
  return found === null || found.ids.length === 0 ? null : { title, conversationIds: found.ids, isCut: found.isCut }
}

async function searchTitle(db: Database, query: string): Promise<string> {
  return (
    findSaved(await listSavedSearches(db), query)?.name ?? text('commands.exported.search', { query: query.trim() })
  )
}

function viewTitle({ run, ...view }: View): string {
  const { name, channel, tag }: Pick<Listing, 'name' | 'channel' | 'tag'> = run ?? view
  const filters = [channel === null ? null : channelLabel(channel), tag ?? null]
  return [viewLabel(name), ...filters.filter((filter) => filter !== null)].join(', ')
}
