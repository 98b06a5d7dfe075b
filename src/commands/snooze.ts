import type { Snoozed } from '../db/rows.ts'
import { isOpenStatus } from '../db/views.ts'
import { showToast, useView } from '../view.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { changeLeaving, endPicking } from './bulk.ts'
import type { ChangeOutcome } from './change.ts'
import type { CommandContext } from './command.ts'
import { FIELDS, snoozeValue } from './fields.ts'
import { moveOn } from './advance.ts'

/** Snoozes conversations on this device; null ends their snooze. Resolved and closed conversations are refused. */
export async function snoozeTargets(
  context: Pick<CommandContext, 'open' | 'conversationIds'>,
  snooze: Snoozed | null,
): Promise<ChangeOutcome> {
  const ids = new Set(context.conversationIds)
  const name = nameOf(context)
  const { selectedId } = useView.getState()
  if (selectedId !== null && ids.has(selectedId)) moveOn(selectedId, { snooze }, ids)
  endPicking(context)
  const value = snoozeValue(snooze)
  const result = FIELDS.snooze.describeChange(value)
  const outcome = await changeLeaving(
    context,
    {
      field: 'snooze',
      valueFor: ({ status }) =>
        isOpenStatus(status) || snooze === null ? value : { why: 'It’s already finished. Reopen it first.' },
      result,
    },
    { snooze },
  )
  // A single conversation gets a toast too, because it has left the view.
  if (ids.size === 1 && outcome.changed === 1) showToast(`${name} ${result}`, { canUndo: true })
  return outcome
}

function nameOf({ open, conversationIds: [id] }: Pick<CommandContext, 'open' | 'conversationIds'>): string {
  const row = id === undefined ? undefined : open.catalogue.row(id)
  return row === undefined ? 'Conversation' : harmlessLine(row.name)
}
