import { nameAt, SHORT } from '../account.ts'
import type { Bench } from '../bench.ts'
import { commitOnFloor } from '../floor-window.ts'
import { selectInInbox } from '../list-acts.ts'
import { repeatAct, REST_MS } from '../page-acts.ts'

const TIMES = 20

/** Ctrl+Enter, until the bubble is painted. The app shows it only when the message is stored. */
export async function measureSend(bench: Bench): Promise<void> {
  const floor = await commitOnFloor(await bench.floor(), 50)
  const driven = await bench.atRest()
  await selectInInbox(driven.page, nameAt(SHORT.place))
  await driven.page.keyboard.press('r')
  await driven.page.locator('#reply:focus').waitFor()
  const acts = await repeatAct(driven, { times: TIMES, restMs: REST_MS }, async (index) => {
    const reply = `Reply ${index} of the bench.`
    await driven.page.keyboard.insertText(reply)
    // The composer saves the draft first.
    await driven.page.waitForTimeout(REST_MS)
    return driven.page.evaluate(
      (wanted) =>
        window.measureAct(
          () =>
            document
              .querySelector('#reply')
              ?.dispatchEvent(
                new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
              ),
          () => [...document.querySelectorAll('[role=log] article')].at(-1)?.textContent.includes(wanted) === true,
        ),
      reply,
    )
  })
  bench.record('send', { samples: acts.painted, floor })
}
