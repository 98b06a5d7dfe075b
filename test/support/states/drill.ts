import { text } from '../../../src/strings/text.ts'
import type { Visit } from './visit.ts'

/** Each card of the key drill. */
export async function visitDrill(visit: Visit): Promise<void> {
  const { page, person } = visit
  const part = `section[aria-label=${JSON.stringify(text('drill.title'))}]`
  const card = page.locator(part).first()
  const waitForStep = async (step: number): Promise<void> =>
    card.getByText(text('drill.progress', { step, count: 5 })).waitFor()
  await visit.runCommand(text('commands.startDrill.title'))
  await waitForStep(1)
  await visit.check({ part })
  await person.press('j')
  await waitForStep(2)
  await visit.check({ part })
  await person.sendReply('On it')
  await waitForStep(3)
  await visit.check({ part })
  await person.press('e')
  await waitForStep(4)
  await visit.check({ part })
  await person.press('z')
  await waitForStep(5)
  await visit.check({ part })
  await visit.press('Control+k')
  await visit.dialog(text('palette.title')).waitFor()
  await visit.closeDialog()
  await visit.heading(text('drill.summary.title')).waitFor()
  await visit.check({ part })
  await card.getByRole('button', { name: text('drill.close') }).click()
}
