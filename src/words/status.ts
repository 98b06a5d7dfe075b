import { isStatus, type Status } from '../shared/model.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { text, type TextId } from '../strings/text.ts'
import { harmlessLine } from './harmless-text.ts'

const LABELS = {
  open: 'words.status.open',
  resolved: 'words.status.resolved',
  closed: 'words.status.closed',
} as const satisfies Record<Status, TextId>

/** The name of a status. An unknown one is shown as the server wrote it. */
export function statusLabel(status: string): string {
  if (isStatus(status)) return text(LABELS[status])
  return !hasVisibleText(status) ? text('words.status.unknown') : harmlessLine(status)
}
