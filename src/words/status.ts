import { isStatus, type Status } from '../shared/model.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { harmlessLine } from './harmless-text.ts'

const LABELS: Readonly<Record<Status, string>> = { open: 'Open', resolved: 'Resolved', closed: 'Closed' }

/** The name of a status. An unknown one is shown as the server wrote it. */
export function statusLabel(status: string): string {
  if (isStatus(status)) return LABELS[status]
  return !hasVisibleText(status) ? 'Unknown status' : harmlessLine(status)
}
