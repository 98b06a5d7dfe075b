import {
  AlarmClock,
  CircleCheck,
  CircleHelp,
  Clock3,
  LockKeyhole,
  PencilLine,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { ListedConversation } from '../db/list-rows.ts'
import { isOpenStatus } from '../db/views.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { outboxMarkLabel } from '../words/outbox-mark.ts'
import { statusLabel } from '../words/status.ts'
import { MAX_TAGS_SHOWN, tagLabel } from '../words/tag-words.ts'
import { shortWhen } from '../words/when.ts'
import { backWords } from './back-words.ts'

/** A Map, because the server may send `constructor`, which a plain object has. */
const STATUS_ICONS: ReadonlyMap<string, LucideIcon> = new Map([
  ['resolved', CircleCheck],
  ['closed', LockKeyhole],
])

/** The marks of a row, most urgent first. Those that do not fit are cut off at the end. */
export function marksOf(row: ListedConversation, now: number): readonly ReactNode[] {
  const marks: ReactNode[] = []
  if (row.outboxMark === 'failed')
    marks.push(<Mark key="outbox" icon={TriangleAlert} tone="text-danger" label={outboxMarkLabel('failed')} />)
  if (row.outboxMark === 'asking')
    marks.push(<Mark key="outbox" icon={CircleHelp} tone="text-danger" label={outboxMarkLabel('asking')} />)
  if (row.outboxMark === 'waiting')
    marks.push(<Mark key="outbox" icon={Clock3} tone="text-muted" label={outboxMarkLabel('waiting')} />)
  if (row.back !== null && isOpenStatus(row.status))
    marks.push(<Mark key="back" icon={AlarmClock} tone="text-warning" label={backWords(row.back)} />)
  if (row.snooze !== null)
    marks.push(<Mark key="snooze" icon={AlarmClock} tone="text-muted" label={shortWhen(row.snooze.until, now)} />)
  if (row.hasDraft) marks.push(<Mark key="draft" icon={PencilLine} tone="text-accent" label={text('inbox.draft')} />)
  if (row.status !== 'open') {
    const icon = STATUS_ICONS.get(row.status) ?? CircleHelp
    marks.push(<Mark key="status" icon={icon} tone="text-faint" label={statusLabel(row.status)} />)
  }
  for (const tag of row.tags.slice(0, MAX_TAGS_SHOWN)) marks.push(<Tag key={`tag ${tag}`} tag={tag} />)
  return marks
}

function Mark({
  icon: Icon,
  tone,
  label,
}: {
  readonly icon: LucideIcon
  readonly tone: string
  readonly label: string
}) {
  return (
    <span className={classNames('flex shrink-0 items-center gap-1 font-medium', tone)}>
      <Icon size={12} aria-hidden="true" />
      {label}
    </span>
  )
}

function Tag({ tag }: { readonly tag: string }) {
  return (
    <bdi className="max-w-28 shrink-0 truncate rounded-full border border-line-strong px-1.5 leading-4 text-muted">
      {tagLabel(tag)}
    </bdi>
  )
}
