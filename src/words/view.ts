import type { Listing } from '../catalogue/listing.ts'
import type { ViewName } from '../db/views.ts'
import { channelLabel } from './channel.tsx'
import { tagLabel } from './tag-words.ts'

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

/** What a list shows, and what it is narrowed to: "Inbox", "WhatsApp", "vip". */
export function placeLabels({ name, channel, tag }: Pick<Listing, 'name' | 'channel' | 'tag'>): readonly string[] {
  return [
    viewLabel(name),
    ...(channel === null ? [] : [channelLabel(channel)]),
    ...(tag === null || tag === undefined ? [] : [tagLabel(tag)]),
  ]
}
