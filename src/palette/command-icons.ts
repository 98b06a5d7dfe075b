import {
  AppWindow,
  ArrowRight,
  ArrowUpDown,
  Keyboard,
  ListChecks,
  LockKeyhole,
  type LucideIcon,
  MessageSquarePlus,
  PenLine,
  RefreshCw,
  Search,
  Send,
  Settings,
  SlidersHorizontal,
  Undo2,
  UserRound,
  Zap,
} from 'lucide-react'
import type { Command, Group } from '../commands/command.ts'
import { COMMAND_ICONS } from '../words/icons/command-icons.ts'

/** The commands that users know by an icon, which is the one of their buttons. */
const OWN: ReadonlyMap<string, LucideIcon> = new Map([
  ...Object.entries(COMMAND_ICONS),
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
