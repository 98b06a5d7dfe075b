import type { Snoozed } from '../db/rows.ts'
import { isOpenStatus } from '../db/views.ts'
import { text } from '../strings/text.ts'
import { showToast, useView } from '../view.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { whenWords } from '../words/when.ts'
import { changeLeaving, endPicking } from './bulk.ts'
import type { ChangeOutcome } from './change.ts'
import type { CommandContext } from './command.ts'
import { changeText } from './change-text.ts'
import { snoozeValue } from './fields.ts'
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
  const outcome = await changeLeaving(
    context,
    {
      field: 'snooze',
      valueFor: ({ status }) =>
        isOpenStatus(status) || snooze === null ? value : { why: text('commands.why.finished') },
      result: (count) => changeText('snooze', value, count),
    },
    { snooze },
  )
  // A single conversation gets a toast too, because it has left the view.
  if (ids.size === 1 && outcome.changed === 1) showToast(snoozedText(name, snooze), { canUndo: true })
  return outcome
}

function snoozedText(name: string, snooze: Snoozed | null): string {
  return snooze === null
    ? text('commands.changed.awakeOne', { name })
    : text('commands.changed.snoozedOne', { name, when: whenWords(snooze.until, Date.now()) })
}

function nameOf({ open, conversationIds: [id] }: Pick<CommandContext, 'open' | 'conversationIds'>): string {
  const row = id === undefined ? undefined : open.catalogue.row(id)
  return row === undefined ? text('commands.someConversation') : harmlessLine(row.name)
}
