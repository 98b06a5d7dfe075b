import { text } from '../../../src/strings/text.ts'
import { ELEMENT_IDS } from '../../../src/ui/element-ids.ts'
import type { Visit } from './visit.ts'

const LIST = 'section:has([role=listbox])'
const PANES = 'main'
const SEARCH = '[data-pane=search]'

/** The inbox, a thread, a queued reply, and every view with and without conversations. */
export async function visitViews(visit: Visit): Promise<void> {
  const { person } = visit
  await visit.check()
  await visit.openThread()
  await person.sendReply('A reply')
  await visit.check()
  // The outbox with entries is visited with `visitOutbox`. Here the reply may be sent before it is checked.
  await person.showView(text('rail.outbox'))
  await visit.heading(text('outbox.emptyTitle')).waitFor()
  await visit.check()
  for (const view of [
    text('words.view.waiting'),
    text('words.view.unread'),
    text('words.view.resolved'),
    text('words.view.closed'),
    text('words.view.all'),
    text('words.channel.voice'),
  ]) {
    await person.showView(view)
    await person.rows().first().waitFor()
    // The thread beside it is the same in each.
    await visit.check({ part: LIST, isFamiliar: view !== text('words.view.waiting') })
  }
  await person.showView(text('words.view.drafts'))
  await visit.heading(text('inbox.empty.drafts.title')).waitFor()
  await visit.check({ part: PANES, isFamiliar: true })
}

/** Search with hints, results and no results, saving it as a view, exporting a result, and a new conversation. */
export async function visitSearch(visit: Visit): Promise<void> {
  const { page, person } = visit
  await person.press('/')
  await page.getByRole('button', { name: /^from:/ }).waitFor()
  await visit.check({ part: SEARCH })
  await visit.type('john before:soon')
  await page
    .getByRole('listbox', { name: text('search.results') })
    .getByRole('option')
    .first()
    .waitFor()
  await visit.check({ part: SEARCH })
  await visit.press('Control+s')
  await visit.dialog(text('search.save')).waitFor()
  await visit.check()
  await visit.closeDialog('Enter')
  await visit.waitForFocus(ELEMENT_IDS.searchField)
  await visit.press('ArrowDown')
  await visit.press('x')
  await page.getByRole('toolbar', { name: text('inbox.selectedConversations') }).waitFor()
  await visit.check({ part: PANES })
  await visit.press('Control+Shift+e')
  await visit.dialog(text('exporting.title', { count: 1 })).waitFor()
  await visit.check()
  await visit.closeDialog()
  await visit.press('Control+f')
  await visit.waitForFocus(ELEMENT_IDS.searchField)
  await visit.type('john unusedword')
  await visit.heading(text('search.empty.title')).waitFor()
  await visit.check({ part: SEARCH, isFamiliar: true })
  await visit.press('Escape')
  await person.press('c')
  await visit.dialog(text('newConversation.title')).waitFor()
  await visit.check()
  await visit.closeDialog()
}
