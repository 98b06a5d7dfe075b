import type { FieldName } from '../db/rows.ts'
import { text } from '../strings/text.ts'
import { AWAKE, FIELDS } from './fields.ts'

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
