import type { Listing } from '../catalogue/listing.ts'
import type { ViewName } from '../db/views.ts'
import { text, type TextId } from '../strings/text.ts'
import { channelLabel } from './channel.tsx'
import { tagLabel } from './tag-words.ts'

const LABELS = {
  inbox: 'words.view.inbox',
  unread: 'words.view.unread',
  waiting: 'words.view.waiting',
  drafts: 'words.view.drafts',
  snoozed: 'words.view.snoozed',
  starred: 'words.view.starred',
  resolved: 'words.view.resolved',
  closed: 'words.view.closed',
  all: 'words.view.all',
} as const satisfies Record<ViewName, TextId>

/** Views that exist only on this device: the API has no call for them. */
export function isOfThisDevice(name: ViewName): boolean {
  return name === 'snoozed' || name === 'starred' || name === 'drafts'
}

export function viewLabel(name: ViewName): string {
  return text(LABELS[name])
}

/** A list's view and filters: "Inbox", "WhatsApp", "vip". */
export function placeLabels({ name, channel, tag }: Pick<Listing, 'name' | 'channel' | 'tag'>): readonly string[] {
  return [
    viewLabel(name),
    ...(channel === null ? [] : [channelLabel(channel)]),
    ...(tag === null || tag === undefined ? [] : [tagLabel(tag)]),
  ]
}
