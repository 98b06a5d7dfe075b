import { AlarmClock, CircleHelp, Clock3, PencilLine, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ListedConversation } from '../db/list-rows.ts'
import { isOpenStatus } from '../db/views.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { textPx } from '../shared/text/fit-labels.ts'
import { outboxLabel } from '../words/op-label.ts'
import { FINISH_ICONS } from '../words/icons/command-icons.ts'
import { statusLabel } from '../words/status.ts'
import { shortWhen } from '../words/when.ts'
import { backWords } from './back-words.ts'

/** What the marks of a row say. */
export type MarkedRow = Pick<
  ListedConversation,
  'outboxMark' | 'failedKind' | 'status' | 'hasDraft' | 'snooze' | 'back' | 'tags'
>

export type RowMark = {
  readonly id: 'outbox' | 'back' | 'snooze' | 'draft' | 'status'
  readonly icon: LucideIcon
  readonly tone: string
  readonly label: string
}

/** A Map, because the server may send `constructor`, which a plain object has. */
const STATUS_ICONS: ReadonlyMap<string, LucideIcon> = new Map([
  ['resolved', FINISH_ICONS.resolve],
  ['closed', FINISH_ICONS.close],
])

const OUTBOX_LOOKS = {
  failed: { icon: TriangleAlert, tone: 'text-danger' },
  asking: { icon: CircleHelp, tone: 'text-danger' },
  checking: { icon: Clock3, tone: 'text-muted' },
  sending: { icon: Clock3, tone: 'text-muted' },
  held: { icon: Clock3, tone: 'text-muted' },
  waiting: { icon: Clock3, tone: 'text-muted' },
} as const satisfies Record<Exclude<MarkedRow['outboxMark'], 'none'>, Pick<RowMark, 'icon' | 'tone'>>

/** The marks of a row, most urgent first. */
export function marksOf(row: MarkedRow, now: number, isOffline: boolean): readonly RowMark[] {
  const marks: RowMark[] = []
  const { outboxMark, status, back, snooze } = row
  const inOutbox = outboxLabel(row, isOffline)
  if (outboxMark !== 'none' && inOutbox !== null)
    marks.push({ id: 'outbox', ...OUTBOX_LOOKS[outboxMark], label: inOutbox })
  if (back !== null && isOpenStatus(status))
    marks.push({ id: 'back', icon: AlarmClock, tone: 'text-warning', label: backWords(back) })
  if (snooze !== null)
    marks.push({ id: 'snooze', icon: AlarmClock, tone: 'text-muted', label: shortWhen(snooze.until, now) })
  if (row.hasDraft) marks.push({ id: 'draft', icon: PencilLine, tone: 'text-accent', label: text('inbox.draft') })
  if (status !== 'open')
    marks.push({
      id: 'status',
      icon: STATUS_ICONS.get(status) ?? CircleHelp,
      tone: 'text-faint',
      label: statusLabel(status),
    })
  return marks
}

/** Whether the user must act before anything else is sent: such marks come before the waiting time. */
export function isUrgent({ tone }: Pick<RowMark, 'tone'>): boolean {
  return tone === 'text-danger'
}

/** The width of the marks with their gaps, px. */
export function widthOfMarks(marks: readonly RowMark[]): number {
  return marks.reduce((sum, { label }) => sum + 26 + textPx(label), 0)
}

const icons = new Map<LucideIcon, ReactNode>()

/** The same element each time: it does not render again when the row shows another conversation. */
function keptIcon(Icon: LucideIcon): ReactNode {
  const known = icons.get(Icon)
  if (known !== undefined) return known
  const made = <Icon size={12} aria-hidden="true" className="shrink-0" />
  icons.set(Icon, made)
  return made
}

/** One mark, drawn without a component of its own: a list draws many. */
export function drawMark({ id, icon, tone, label }: RowMark): ReactNode {
  return (
    <span key={id} className={classNames('flex max-w-full shrink-0 items-center gap-1 font-medium', tone)}>
      {keptIcon(icon)}
      <span className="truncate">{label}</span>
    </span>
  )
}
