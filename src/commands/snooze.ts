import type { Snoozed } from '../db/rows.ts'
import { isOpenStatus } from '../db/views.ts'
import { text } from '../strings/text.ts'
import { selectedKey, showToast, useView } from '../view.ts'
import { whenWords } from '../words/when.ts'
import { changeLeaving, endPicking } from './bulk.ts'
import type { ChangeOutcome } from './change.ts'
import { changeText } from './change-text.ts'
import { snoozeValue } from './fields.ts'
import { moveOn } from './advance.ts'
import { countTargets, keysOf, type Part } from './parts/parts.ts'
import { shownName } from '../words/shown-name.ts'

/** Snoozes conversations on this device; null ends their snooze. Resolved and closed conversations are refused. */
export async function snoozeTargets(parts: readonly Part[], snooze: Snoozed | null): Promise<ChangeOutcome> {
  const view = useView.getState()
  const name = nameOf(parts)
  moveOn(selectedKey(view), { snooze }, new Set(keysOf(parts, view.acting)))
  endPicking(parts)
  const value = snoozeValue(snooze)
  const outcome = await changeLeaving(
    parts,
    {
      field: 'snooze',
      valueFor: ({ status }) =>
        isOpenStatus(status) || snooze === null ? value : { why: text('commands.why.finished') },
      result: (count) => changeText('snooze', value, count),
    },
    { snooze },
  )
  // A single conversation gets a toast too, because it has left the view.
  if (countTargets(parts) === 1 && outcome.changed === 1) showToast(snoozedText(name, snooze), { canUndo: true })
  return outcome
}

function snoozedText(name: string, snooze: Snoozed | null): string {
  return snooze === null
    ? text('commands.changed.awakeOne', { name })
    : text('commands.changed.snoozedOne', { name, when: whenWords(snooze.until, Date.now()) })
}

function nameOf([part]: readonly Part[]): string {
  const [id] = part?.conversationIds ?? []
  const row = id === undefined ? undefined : part?.open?.catalogue.row(id)
  return row === undefined ? text('commands.someConversation') : shownName(row.name)
}
