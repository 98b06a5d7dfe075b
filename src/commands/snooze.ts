import type { Snoozed } from '../db/rows.ts'
import { isOpenStatus } from '../db/views.ts'
import { showToast, useView } from '../view.ts'
import { whenWords } from '../words/when.ts'
import { changeLeaving, endPicking } from './bulk.ts'
import type { ChangeOutcome } from './change.ts'
import type { CommandContext } from './command.ts'
import { snoozeValue } from './fields.ts'
import { moveOn } from './advance.ts'

/** Puts conversations off, on this device; with null they are there again. What is done with needs no putting off. */
export async function snoozeTargets(
  context: Pick<CommandContext, 'open' | 'conversationIds'>,
  snooze: Snoozed | null,
): Promise<ChangeOutcome> {
  const ids = new Set(context.conversationIds)
  const { selectedId } = useView.getState()
  if (selectedId !== null && ids.has(selectedId)) moveOn(selectedId, { snooze }, ids)
  endPicking(context)
  const value = snoozeValue(snooze)
  const words = snooze === null ? 'awake' : `snoozed until ${whenWords(snooze.until, Date.now())}`
  const outcome = await changeLeaving(
    context,
    {
      field: 'snooze',
      valueFor: ({ status }) =>
        isOpenStatus(status) || snooze === null ? value : { why: 'It is done with: reopen it first.' },
      words,
    },
    { snooze },
  )
  // It is gone from under the eye: where it went is said of one, too.
  if (ids.size === 1 && outcome.changed === 1) showToast(`Now ${words}.`, { canUndo: true })
  return outcome
}
