import type { ViewName } from '../db/views.ts'

const LABELS: Readonly<Record<ViewName, string>> = {
  inbox: 'Inbox',
  unread: 'Unread',
  waiting: 'Waiting',
  drafts: 'Drafts',
  resolved: 'Resolved',
  closed: 'Closed',
  all: 'All',
}

export function viewLabel(name: ViewName): string {
  return LABELS[name]
}
