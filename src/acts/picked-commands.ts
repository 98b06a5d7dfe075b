import { AlarmClock, CircleCheck, Download, MailOpen, RotateCcw, Star, Tag, type LucideIcon } from 'lucide-react'
import { FINISH_ICONS } from '../words/icons/command-icons.ts'
import { text } from '../strings/text.ts'

/** The commands that are offered for picked conversations. */
export const PICKED_COMMANDS: readonly { readonly id: string; readonly Icon: LucideIcon }[] = [
  { id: 'resolve', Icon: CircleCheck },
  { id: 'close', Icon: FINISH_ICONS.close },
  { id: 'reopen', Icon: RotateCcw },
  { id: 'toggle-seen', Icon: MailOpen },
  { id: 'tags', Icon: Tag },
  { id: 'snooze', Icon: AlarmClock },
  { id: 'star', Icon: Star },
  { id: 'export', Icon: Download },
]

/** A short label that says what the command does with these conversations. Undefined where its title does. */
export function pickedLabel(
  id: string,
  { total, unread, starred }: { readonly total: number; readonly unread: number; readonly starred: number },
): string | undefined {
  if (id === 'toggle-seen') return text(unread > 0 ? 'commands.toggleSeen.markRead' : 'commands.toggleSeen.markUnread')
  if (id === 'star') return text(starred < total ? 'commands.star.add' : 'commands.star.remove')
  return id === 'export' ? text('thread.header.export') : undefined
}
