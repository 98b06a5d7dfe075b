import { text } from '../../../src/strings/text.ts'
import { ELEMENT_IDS } from '../../../src/ui/element-ids.ts'
import type { Visit } from './visit.ts'

const LIST = 'section:has([role=listbox])'
const PANES = 'main'
const SEARCH = '[data-pane=search]'

/** The inbox, a thread, a queued reply, and every view with and without conversations. */
export async function visitViews(visit: Visit): Promise<void> {
  const { person } = visit
  await visit.state(() => showViewWithRows(visit, text('words.view.inbox')))
  await visit.openThread()
  await person.sendReply('A reply')
  await visit.state(() => visit.openThread())
  // The outbox with entries is visited with `visitOutbox`. Here the reply may be sent before it is checked.
  await visit.state(async () => {
    await person.showView(text('rail.outbox'))
    await visit.heading(text('outbox.emptyTitle')).waitFor()
  })
  for (const view of [
    text('words.view.waiting'),
    text('words.view.unread'),
    text('words.view.resolved'),
    text('words.view.closed'),
    text('words.view.all'),
    text('words.channel.voice'),
  ]) {
    // The thread beside it is the same in each.
    const isFamiliar = view !== text('words.view.waiting')
    await visit.state(() => showViewWithRows(visit, view), { part: LIST, isFamiliar })
  }
  const showDrafts = async (): Promise<void> => {
    await person.showView(text('words.view.drafts'))
    await visit.heading(text('inbox.empty.drafts.title')).waitFor()
  }
  await visit.state(showDrafts, { part: PANES, isFamiliar: true })
}

async function showViewWithRows({ person }: Visit, view: string): Promise<void> {
  await person.showView(view)
  await person.rows().first().waitFor()
}

/** Search with hints, results and no results, saving it as a view, exporting a result, and a new conversation. */
export async function visitSearch(visit: Visit): Promise<void> {
  const { page } = visit
  const search = async (typed: string): Promise<void> => {
    await visit.press('Control+f')
    await visit.waitForFocus(ELEMENT_IDS.searchField)
    await page.locator(`#${ELEMENT_IDS.searchField}`).fill(typed)
  }
  const findJohn = async (): Promise<void> => {
    await search('john before:soon')
    const results = page.getByRole('listbox', { name: text('search.results') })
    await results.getByRole('option').first().waitFor()
  }
  await visit.state(
    async () => {
      await search('')
      await page.getByRole('button', { name: /^from:/ }).waitFor()
    },
    { part: SEARCH },
  )
  await visit.state(findJohn, { part: SEARCH })
  await visit.state(async () => {
    await findJohn()
    await visit.openDialog('Control+s', text('search.save'))
  })
  await visit.closeDialog('Enter')
  await visit.waitForFocus(ELEMENT_IDS.searchField)
  await visit.press('ArrowDown')
  await visit.press('x')
  await page.getByRole('toolbar', { name: text('inbox.selectedConversations') }).waitFor()
  await visit.check({ part: PANES })
  await visit.state(() => visit.openDialog('Control+Shift+e', text('exporting.title', { count: 1 })))
  await visit.closeDialog()
  await visit.state(
    async () => {
      await search('john unusedword')
      await visit.heading(text('search.empty.title')).waitFor()
    },
    { part: SEARCH, isFamiliar: true },
  )
  await visit.press('Escape')
  await visit.state(() => visit.openDialog('c', text('newConversation.title')))
  await visit.closeDialog()
}
