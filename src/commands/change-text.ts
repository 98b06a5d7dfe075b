import type { FieldName } from '../db/rows.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { shownName } from '../words/shown-name.ts'
import { tagLabel } from '../words/tag-words.ts'
import { AWAKE, describeUntil, FIELDS } from './fields.ts'

/** A text about a change, with the names in it. */
export type ChangeText = { readonly text: string; readonly names: readonly string[] }

type ChangeId = `commands.changed.${'reopened' | 'read' | 'unread' | 'unstarred' | 'awake'}`

/** Values after which the toast names the change, not the value. */
const BY_CHANGE: Partial<Record<FieldName, Readonly<Record<string, ChangeId>>>> = {
  status: { open: 'commands.changed.reopened' },
  seen: { read: 'commands.changed.read', unread: 'commands.changed.unread' },
  star: { 'not starred': 'commands.changed.unstarred' },
  snooze: { [AWAKE]: 'commands.changed.awake' },
}

/** The result of a change, such as "3 conversations resolved". */
export function changeText(field: FieldName, value: string, count: number): string {
  const id = BY_CHANGE[field]?.[value]
  if (id !== undefined) return text(id, { count })
  return text('commands.changed.other', { count, result: FIELDS[field].describe(value, count) })
}

type ChangeOneId =
  `commands.changed.${'resolved' | 'closed' | 'reopened' | 'read' | 'unread' | 'starred' | 'unstarred' | 'awake'}One`

const ONE_BY_CHANGE: Partial<Record<FieldName, Readonly<Record<string, ChangeOneId>>>> = {
  status: {
    resolved: 'commands.changed.resolvedOne',
    closed: 'commands.changed.closedOne',
    open: 'commands.changed.reopenedOne',
  },
  seen: { read: 'commands.changed.readOne', unread: 'commands.changed.unreadOne' },
  star: { starred: 'commands.changed.starredOne', 'not starred': 'commands.changed.unstarredOne' },
  snooze: { [AWAKE]: 'commands.changed.awakeOne' },
}

/** The result of a change of one conversation, such as "John Smith resolved". `name` is the one before the change. */
export function changeOneText(field: FieldName, value: string, name: string): ChangeText {
  const shown = shownName(name)
  const id = ONE_BY_CHANGE[field]?.[value]
  if (id !== undefined) return { text: text(id, { name: shown }), names: [shown] }
  if (field === 'snooze')
    return { text: text('commands.changed.snoozedOne', { name: shown, when: describeUntil(value) }), names: [shown] }
  if (field === 'name') {
    const newName = harmlessLine(value)
    return { text: text('commands.changed.renamedOne', { name: shown, newName }), names: [shown, newName] }
  }
  return { text: text('commands.changed.plainOne', { name: shown }), names: [shown] }
}

/** Such as "vip added to John Smith", or "vip removed from 3 conversations". `name`: of the only changed conversation. */
export function tagText(change: 'added' | 'removed', tag: string, count: number, name: string): ChangeText {
  const shownTag = tagLabel(tag)
  if (count !== 1) return { text: text(`commands.changed.tag.${change}`, { tag: shownTag, count }), names: [shownTag] }
  const shown = shownName(name)
  return { text: text(`commands.changed.tag.${change}One`, { tag: shownTag, name: shown }), names: [shownTag, shown] }
}
