import {
  AlarmClock,
  Archive,
  CircleCheck,
  Copy,
  CornerDownLeft,
  Download,
  Ellipsis,
  Hash,
  type LucideIcon,
  MailOpen,
  Reply,
  RotateCcw,
  Star,
  Tag,
} from 'lucide-react'

/** A resolved conversation has the check mark, a closed one the archive box. The padlock is the lock of the app alone. */
export const FINISH_ICONS = { resolve: CircleCheck, close: Archive } as const

/** The icons of commands on conversations, by command id: the same in every menu, bar and dialog. */
export const COMMAND_ICONS: Readonly<Record<string, LucideIcon>> = {
  ...FINISH_ICONS,
  open: CornerDownLeft,
  reopen: RotateCcw,
  reply: Reply,
  'toggle-seen': MailOpen,
  snooze: AlarmClock,
  star: Star,
  tags: Tag,
  export: Download,
  'copy-address': Copy,
  'copy-id': Hash,
  actions: Ellipsis,
}
