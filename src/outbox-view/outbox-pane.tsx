import { useLiveQuery } from 'dexie-react-hooks'
import { PlaneTakeoff } from 'lucide-react'
import { useId } from 'react'
import { DiscardDialog } from '../acts/discard-dialog.tsx'
import { type Acts, useActs } from '../acts/use-acts.ts'
import { listOutbox, type OutboxEntry } from '../db/outbox-queries.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { text } from '../strings/text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWorkspace } from '../workspace.tsx'
import { EntryCard } from './entry-card.tsx'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

/** Every op that the server has not confirmed: first those that need the user, then those that are sent automatically. */
export function OutboxPane() {
  const { db } = useWorkspace()
  const list = useLiveQuery(() => listOutbox(db), [db])
  const acts = useActs()
  const count = list === undefined ? 0 : list.needsUser.length + list.waiting.length
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
      {list !== undefined && count === 0 ? (
        <EmptyState icon={<PlaneTakeoff size={22} strokeWidth={1.5} />} title={text('outbox.emptyTitle')}>
          {text('outbox.emptyHint')}
        </EmptyState>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-6 pt-4 pb-8">
            <Group title={text('outbox.needsUser')} entries={list?.needsUser ?? []} acts={acts} />
            <Group title={text('outbox.waiting')} entries={list?.waiting ?? []} acts={acts} />
          </div>
        </div>
      )}
      <DiscardDialog acts={acts} />
    </section>
  )
}

type GroupProps = { readonly title: string; readonly entries: readonly OutboxEntry[]; readonly acts: Acts }

function Group({ title, entries, acts }: GroupProps) {
  const titleId = useId()
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className="pb-2 text-sm font-medium text-muted">
        {title} <span className="font-normal text-faint">{writeNumber(entries.length)}</span>
      </h2>
      <ul aria-labelledby={titleId} className="flex flex-col gap-2">
        {entries.map((entry) => (
          <li key={entry.op.id} className="[contain-intrinsic-size:auto_108px] [content-visibility:auto]">
            <EntryCard entry={entry} onAct={acts.act} />
          </li>
        ))}
      </ul>
    </section>
  )
}
