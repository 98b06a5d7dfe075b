import { useId } from 'react'
import { DiscardDialog } from '../acts/discard-dialog.tsx'
import { type Acts, useActs } from '../acts/use-acts.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { rowKey } from '../catalogue/row-key.ts'
import { listText } from '../shared/messages/list-text.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { showView, useView } from '../view/view.ts'
import { opLabel } from '../words/op-label.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { type LiveWorkspace, type OpenWorkspace, useLiveWorkspaces } from '../workspace.tsx'
import { EntryCard } from './entry-card.tsx'
import type { PlacedEntry } from './merge-outboxes.ts'
import { useOutbox } from './use-outbox.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

/**
 * Every op that the server has not confirmed: first those that need the user, then those that are sent automatically. In All inboxes, of all
 * workspaces.
 */
export function OutboxPane() {
  const { needsUser, waiting, unread, workspaces, isRead } = useOutbox()
  const acts = useActs()
  const missing = useMissing(unread)
  const count = needsUser.length + waiting.length
  return (
    <section
      id={ELEMENT_IDS.outbox}
      aria-label={text('outbox.title')}
      className="flex min-w-0 flex-1 flex-col bg-surface"
    >
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-6">
        <h1 className="text-lg font-semibold">{text('outbox.title')}</h1>
        {count > 0 && <span className="text-sm text-faint">{writeNumber(count)}</span>}
      </header>
      {isRead && count === 0 && missing.length === 0 ? (
        <EmptyState picture="plane" title={text('outbox.emptyTitle')} action={<InboxButton />}>
          {text('outbox.emptyHint')}
        </EmptyState>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-6 pt-4 pb-8">
            {missing.length > 0 && (
              <p role="status" className="text-sm wrap-anywhere text-warning">
                {text('outbox.notShown', { names: listText(missing.map(harmlessLine)) })}
              </p>
            )}
            <Group title={opLabel('asking')} entries={needsUser} workspaces={workspaces} acts={acts} />
            <Group title={text('outbox.waiting')} entries={waiting} workspaces={workspaces} acts={acts} />
          </div>
        </div>
      )}
      <DiscardDialog acts={acts} />
    </section>
  )
}

function InboxButton() {
  return (
    <Button size="sm" shortcut={useShortcut('go-inbox')} onClick={() => showView('inbox', null)}>
      {text('outbox.showInbox')}
    </Button>
  )
}

/** The names of workspaces whose outbox isn't shown, because it can't be read or, in All inboxes, because the workspace isn't open. */
function useMissing(unread: readonly string[]): readonly string[] {
  const isAll = useView((view) => view.acting !== null)
  const listed = useLiveWorkspaces()
  const isMissing = ({ workspace, state }: LiveWorkspace): boolean =>
    unread.includes(workspace.id) || (isAll && workspace.kind === 'api' && state !== 'open')
  return listed.filter(isMissing).map(({ workspace }) => workspace.name)
}

type GroupProps = {
  readonly title: string
  readonly entries: readonly PlacedEntry[]
  readonly workspaces: readonly OpenWorkspace[]
  readonly acts: Acts
}

function Group({ title, entries, workspaces, acts }: GroupProps) {
  const titleId = useId()
  const isAll = useView((view) => view.acting !== null)
  const listed = useLiveWorkspaces()
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className="pb-2 text-sm font-medium text-muted">
        {title} <span className="font-normal text-faint">{writeNumber(entries.length)}</span>
      </h2>
      <ul data-focus-group="" aria-labelledby={titleId} className="flex flex-col gap-2">
        {entries.map(({ workspaceId, entry }) => {
          const open = workspaces.find(({ workspace }) => workspace.id === workspaceId)
          const live = listed.find(({ workspace }) => workspace.id === workspaceId)
          return (
            open !== undefined && (
              <li
                key={rowKey(workspaceId, entry.op.id)}
                className="[contain-intrinsic-size:auto_108px] [content-visibility:auto]"
              >
                <EntryCard entry={entry} open={open} marked={isAll ? (live ?? null) : null} onAct={acts.act} />
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}
