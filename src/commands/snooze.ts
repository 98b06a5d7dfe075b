import type { Snoozed } from '../db/rows.ts'
import { isOpenStatus } from '../db/views.ts'
import { text } from '../strings/text.ts'
import { selectedKey, useView } from '../view/view.ts'
import { changeLeaving, endPicking } from './bulk.ts'
import type { ChangeOutcome } from './change.ts'
import { changeOneText, changeText } from './change-text.ts'
import { snoozeValue } from './fields.ts'
import { moveOn } from './advance.ts'
import { keysOf, type Part } from './parts/parts.ts'

/** Snoozes conversations on this device; null ends their snooze. Resolved and closed conversations are refused. */
export async function snoozeTargets(parts: readonly Part[], snooze: Snoozed | null): Promise<ChangeOutcome> {
  const view = useView.getState()
  moveOn(selectedKey(view), { snooze }, new Set(keysOf(parts, view.acting)))
  endPicking(parts)
  const value = snoozeValue(snooze)
  return changeLeaving(
    parts,
    {
      field: 'snooze',
      valueFor: ({ status }) =>
        isOpenStatus(status) || snooze === null ? value : { why: text('commands.why.finished') },
      result: (count, name) =>
        count === 1 ? changeOneText('snooze', value, name) : { text: changeText('snooze', value, count), names: [] },
    },
    { snooze },
  )
}
