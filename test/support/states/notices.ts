import type { Page } from 'playwright-core'
import type { Op } from '../../../src/db/op.ts'
import type { UpdateState } from '../../../src/shared/updates.ts'
import { text } from '../../../src/strings/text.ts'
import { addSampleOps } from '../op-zoo.ts'
import { putStoredRows, storedRows } from '../stored-rows.ts'
import type { Visit } from './visit.ts'

const HOUR_MS = 3_600_000

/** The toast of a problem, errors of the reply field, what happened during a long time offline, and damaged data. */
export async function visitNotices(visit: Visit): Promise<void> {
  const { page, person } = visit
  await visit.openThread()
  await page.evaluate(() => void Object.assign(document, { execCommand: () => false }))
  const dismiss = visit.button(text('frame.dismiss'))
  const failToCopy = async (): Promise<void> => {
    if (await dismiss.isVisible()) return
    await person.press('Shift+F10')
    await page.getByRole('menuitem', { name: text('commands.copyId.title') }).press('Enter')
    await dismiss.waitFor()
  }
  await visit.state(failToCopy)
  await dismiss.click()
  await person.reply().fill('é'.repeat(200_000))
  await page.getByRole('alert').first().waitFor()
  await visit.check({ part: 'main' })
  await person.reply().fill('')
  await addSampleOps(page)
  await storeNotices(page)
  await page.reload()
  await visit.state(() => visit.waitForText(text('frame.review.held')))
  const understood = visit.button(text('frame.gotIt'))
  for (let left = await understood.count(); left > 0; left -= 1) {
    await understood.first().click()
    await page.waitForFunction(
      ([words, count]) =>
        [...document.querySelectorAll('button')].filter((button) => button.textContent === words).length < count,
      [text('frame.gotIt'), left] as const,
    )
  }
}

async function storeNotices(page: Page): Promise<void> {
  const ops = await storedRows<Op>(page, 'outbox')
  const waiting = ops
    .filter(({ state }) => state === 'asking' || state === 'failed')
    .map(({ id, conversationId, intent }) => ({ opId: id, conversationId, kind: intent.kind }))
  const now = Date.now()
  const damage = { noticedAt: now, conversations: 2, drafts: 1, notes: 1, snippets: 1, others: 1 }
  const loss = { noticedAt: now, opsBack: 2, opsUnreadable: 1 }
  await putStoredRows(page, 'meta', [
    { name: 'away', value: { since: now - HOUR_MS, backAt: now, ops: waiting } },
    { name: 'damage', value: damage },
    { name: 'loss', value: loss },
  ])
}

const UPDATES: readonly UpdateState[] = [
  { phase: 'current', at: 1 },
  { phase: 'downloading', version: '2.0.0', notes: '', percent: 40 },
  { phase: 'ready', version: '2.0.0', notes: 'Faster search.\nFewer clicks.' },
  { phase: 'failed', at: 1, problem: 'signature' },
]

/** Updates, as Settings show them. */
export async function visitUpdates(visit: Visit): Promise<void> {
  const { page } = visit
  for (const state of UPDATES) {
    await page.evaluate((shown) => {
      const value = { state: shown, channel: 'stable' as const, version: '1.9.0' }
      window.bridge.readUpdates = () => Promise.resolve({ ok: true, value })
    }, state)
    await visit.state(async () => {
      await visit.openDialog('Control+,', text('settings.title'))
      await visit.tab(text('settings.updates.title')).click()
      await visit.dialog().getByText('1.9.0').waitFor()
    })
    await visit.closeDialog()
  }
}
