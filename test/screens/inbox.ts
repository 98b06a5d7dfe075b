import { MAX_HOLD_MS } from '../../src/outbox/settings.ts'
import { text } from '../../src/strings/text.ts'
import { ELEMENT_IDS } from '../../src/ui/element-ids.ts'
import { addSampleOps } from '../support/op-zoo.ts'
import { putStoredRows } from '../support/stored-rows.ts'
import type { Screen } from './table.ts'
import type { Visitor } from './visitor.ts'

async function openSampleOutbox(visitor: Visitor): Promise<void> {
  await visitor.openJohn()
  await addSampleOps(visitor.page)
  await visitor.press('g', 'o')
}

/** The list, threads and the other views. */
export const INBOX: readonly Screen[] = [
  { name: 'inbox', from: 'account', isInElectron: true, show: async () => undefined },
  { name: 'thread', from: 'account', isInElectron: true, show: (visitor) => visitor.openJohn() },
  {
    name: 'thread-tags',
    from: 'account',
    async show(visitor) {
      await visitor.open('Tom Gallagher', 'root canal')
      await visitor.press('l')
      for (const tag of ['insurance', 'waiting for the lab', 'Dr. Osei', 'family', 'second opinion', 'recall']) {
        await visitor.type(tag)
        await visitor.page.keyboard.press('Enter')
      }
      await visitor.page.keyboard.press('Escape')
    },
  },
  { name: 'thread-long', from: 'account', isCompared: false, show: (visitor) => visitor.open('Eleanor Whitfield', '') },
  {
    name: 'thread-voice',
    from: 'account',
    isCompared: false,
    show: (visitor) => visitor.open('Tom Gallagher', 'root canal'),
  },
  {
    name: 'draft',
    from: 'account',
    async show(visitor) {
      await visitor.openJohn()
      await visitor.reply('Friday works. Would 2 pm suit you, or is the morning better?')
    },
  },
  {
    name: 'queued',
    from: 'account',
    isInElectron: true,
    async show(visitor) {
      await visitor.openJohn()
      // Timers go on, and a busy machine needs more than five seconds for all looks.
      const value = { holdMs: { sms: MAX_HOLD_MS } }
      await putStoredRows(visitor.page, 'meta', [{ name: 'outboxSettings', value }])
      await visitor.reply('Yes, Friday at 2 pm works. See you then!')
      await visitor.page.keyboard.press('Control+Enter')
      await visitor.message('See you then').waitFor()
    },
  },
  {
    name: 'toast',
    from: 'account',
    async show(visitor) {
      await visitor.open('Grace Kim', 'Angel')
      await visitor.press('e')
      await visitor.row('Grace Kim').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'toast-note',
    from: 'account',
    async show(visitor) {
      await visitor.open('Margaret', 'denture')
      await visitor.press('z')
    },
  },
  {
    name: 'toast-focus-mode',
    from: 'account',
    async show(visitor) {
      await visitor.openJohn()
      await visitor.press('.')
      await visitor.page.keyboard.press('s')
    },
  },
  {
    name: 'outbox-answered',
    from: 'account',
    async show(visitor) {
      await openSampleOutbox(visitor)
      await visitor.button(text('outbox.acts.markDelivered')).click()
    },
  },
  {
    name: 'selection',
    from: 'account',
    isInElectron: true,
    async show(visitor) {
      await visitor.openJohn()
      await visitor.press('x', 'Shift+J', 'Shift+J', 'Shift+J')
      await visitor.page
        .getByText(text('bulk.selection.count', { count: 4 }))
        .first()
        .waitFor()
    },
  },
  {
    name: 'search-hints',
    from: 'account',
    async show(visitor) {
      await visitor.press('/')
      await visitor.page.getByText(text('search.hints.title')).waitFor()
    },
  },
  {
    name: 'search-results',
    from: 'account',
    isInElectron: true,
    async show(visitor) {
      await visitor.press('/')
      await visitor.page.locator(`#${ELEMENT_IDS.searchField}`).fill('status:open appointment')
      await visitor.row('John Smith').waitFor()
    },
  },
  {
    name: 'search-none',
    from: 'account',
    async show(visitor) {
      await visitor.press('/')
      await visitor.page.locator(`#${ELEMENT_IDS.searchField}`).fill('zeppelin before:soon')
      await visitor.page.getByText(text('search.empty.title')).waitFor()
    },
  },
  {
    name: 'outbox-empty',
    from: 'account',
    async show(visitor) {
      await visitor.press('g', 'o')
      await visitor.page.getByText(text('outbox.emptyTitle')).waitFor()
    },
  },
  {
    name: 'outbox',
    from: 'account',
    isInElectron: true,
    async show(visitor) {
      await openSampleOutbox(visitor)
      await visitor.page.getByText('May have arrived.').first().waitFor()
    },
  },
  {
    name: 'outbox-end',
    from: 'account',
    isCompared: false,
    async show(visitor) {
      await openSampleOutbox(visitor)
      await visitor.page.getByText('May have arrived.').last().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'outbox-discard',
    from: 'account',
    async show(visitor) {
      await openSampleOutbox(visitor)
      await visitor.button(text('outbox.acts.discard')).click()
      await visitor.page.getByRole('alertdialog').or(visitor.dialog()).waitFor()
    },
  },
  {
    name: 'drafts-empty',
    from: 'account',
    async show(visitor) {
      await visitor.press('g', 'd')
      await visitor.list().getByRole('option').first().waitFor({ state: 'detached' })
    },
  },
  {
    name: 'snoozed-empty',
    from: 'account',
    async show(visitor) {
      await visitor.press('g', 's')
      await visitor.list().getByRole('option').first().waitFor({ state: 'detached' })
    },
  },
  {
    name: 'focus-mode',
    from: 'account',
    isInElectron: true,
    async show(visitor) {
      await visitor.openJohn()
      await visitor.press('.')
    },
  },
  {
    name: 'customer',
    from: 'account',
    async show(visitor) {
      await visitor.open('Maya Okafor', 'half marathon')
      await visitor.press('Control+\\')
      await visitor.page.getByRole('complementary').waitFor()
    },
  },
]
