import type { ViewName } from '../db/views.ts'

const LABELS: Readonly<Record<ViewName, string>> = {
  inbox: 'Inbox',
  unread: 'Unread',
  waiting: 'Waiting',
  drafts: 'Drafts',
  snoozed: 'Snoozed',
  starred: 'Starred',
  resolved: 'Resolved',
  closed: 'Closed',
  all: 'All',
}

/** What only this device knows: the API has no call for it. */
export function isOfThisDevice(name: ViewName): boolean {
  return name === 'snoozed' || name === 'starred' || name === 'drafts'
}

export function viewLabel(name: ViewName): string {
  return LABELS[name]
}
