import {
  AlarmClock,
  AppWindow,
  ArrowRight,
  ArrowUpDown,
  CircleCheck,
  Copy,
  Download,
  Keyboard,
  ListChecks,
  LockKeyhole,
  type LucideIcon,
  Mail,
  MessageSquarePlus,
  PenLine,
  RefreshCw,
  Reply,
  RotateCcw,
  Search,
  Send,
  Settings,
  SlidersHorizontal,
  Star,
  Tag,
  Undo2,
  UserRound,
  Zap,
} from 'lucide-react'
import type { Command, Group } from '../commands/command.ts'

/** The commands that users know by an icon, which is the one of their buttons. */
const OWN: ReadonlyMap<string, LucideIcon> = new Map([
  ['reply', Reply],
  ['resolve', CircleCheck],
  ['close', LockKeyhole],
  ['reopen', RotateCcw],
  ['snooze', AlarmClock],
  ['tags', Tag],
  ['toggle-seen', Mail],
  ['star', Star],
  ['copy-address', Copy],
  ['copy-id', Copy],
  ['export', Download],
  ['new-conversation', MessageSquarePlus],
  ['send', Send],
  ['send-and-resolve', Send],
  ['search', Search],
  ['undo', Undo2],
  ['undo-some', Undo2],
  ['customer', UserRound],
  ['check-now', RefreshCw],
  ['help', Keyboard],
  ['settings', Settings],
  ['lock', LockKeyhole],
])

const BY_GROUP: Readonly<Record<Group, LucideIcon>> = {
  navigation: ArrowUpDown,
  selection: ListChecks,
  conversation: Zap,
  writing: PenLine,
  'go-to': ArrowRight,
  app: AppWindow,
  settings: SlidersHorizontal,
}

export function commandIcon({ id, group }: Pick<Command, 'id' | 'group'>): LucideIcon {
  return OWN.get(id) ?? BY_GROUP[group]
}
