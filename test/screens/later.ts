import type { Op } from '../../src/db/op.ts'
import { text } from '../../src/strings/text.ts'
import { addSampleOps } from '../support/op-zoo.ts'
import { putStoredRows, storedRows } from '../support/stored-rows.ts'
import type { Screen } from './table.ts'
import { FROZEN_AT } from './visitor.ts'

const HOUR_MS = 3_600_000

/** At the end of the table: a screen keeps its theme when others are added behind it. */
export const LATER: readonly Screen[] = [
  {
    name: 'reconnect-review',
    from: 'account',
    async show(visitor) {
      await visitor.openJohn()
      await addSampleOps(visitor.page)
      const stored = await storedRows<Op>(visitor.page, 'outbox')
      const held = stored.filter(({ state }) => state === 'asking' || state === 'failed')
      const waited = held.map(({ id, conversationId, intent }) => ({ opId: id, conversationId, kind: intent.kind }))
      // The server has them, so they are no longer in the outbox.
      const sent = held.slice(0, 3).map(({ conversationId }, index) => ({ opId: `sent-${index}`, conversationId }))
      const claims = sent.map((claim) => ({ ...claim, messageId: `server-${claim.opId}` }))
      await putStoredRows(visitor.page, 'claims', claims)
      const ops = [...waited, ...sent.map((one) => ({ ...one, kind: 'send' }))]
      const value = { since: FROZEN_AT - 9 * HOUR_MS, backAt: FROZEN_AT, ops }
      await putStoredRows(visitor.page, 'meta', [{ name: 'away', value }])
      await visitor.page.reload()
      await visitor.button(text('frame.gotIt')).waitFor()
      await visitor.openJohn()
    },
  },
  {
    name: 'snooze-refused',
    from: 'account',
    async show(visitor) {
      await visitor.openJohn()
      await visitor.press('h')
      await visitor.dialog().getByRole('combobox').fill('xyz 9')
      await visitor.dialog().getByText('xyz 9').first().waitFor()
    },
  },
]
