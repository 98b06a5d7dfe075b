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

/** Views that exist only on this device: the API has no call for them. */
export function isOfThisDevice(name: ViewName): boolean {
  return name === 'snoozed' || name === 'starred' || name === 'drafts'
}

export function viewLabel(name: ViewName): string {
  return LABELS[name]
}

/** A list's view and filters: "Inbox", "WhatsApp", "vip". */
export function placeLabels({ name, channel, tag }: Pick<Listing, 'name' | 'channel' | 'tag'>): readonly string[] {
  return [
    viewLabel(name),
    ...(channel === null ? [] : [channelLabel(channel)]),
    ...(tag === null || tag === undefined ? [] : [tagLabel(tag)]),
  ]
}
