import { lastWords, LONG, LONGEST, nameAt, SHORT } from '../account.ts'
import type { Bench, OpenWindow } from '../bench.ts'
import { showFloorThread } from '../floor-window.ts'
import { selectInInbox } from '../list-acts.ts'
import { type Acts, type Driven, repeatAct, REST_MS } from '../page-acts.ts'

const TIMES = 20

/** Opens long threads by key from the short one between them, until the last message of each is painted. */
export async function measureThread(bench: Bench): Promise<void> {
  const floor = await showFloorThread(await bench.floor(), TIMES)
  const window = await bench.atRest()
  await selectInInbox(window.page, nameAt(SHORT.place))
  const long = await openAndReturn(window, { key: 'j', place: LONG.place })
  bench.record('thread-100', { samples: long, floor: floor.painted })
  const longest = await openAndReturn(window, { key: 'k', place: LONGEST.place })
  bench.record('thread-10000', { samples: longest, floor: long })
}

async function openAndReturn(
  window: OpenWindow,
  to: { readonly key: 'j' | 'k'; readonly place: number },
): Promise<readonly number[]> {
  const back = { key: to.key === 'j' ? 'k' : 'j', place: SHORT.place } as const
  const acts = await move(window, TIMES * 2, (index) => (index % 2 === 0 ? to : back))
  return acts.painted.filter((_, index) => index % 2 === 0)
}

function move(
  driven: Driven,
  times: number,
  next: (index: number) => { readonly key: string; readonly place: number },
): Promise<Acts> {
  return repeatAct(driven, { times, restMs: REST_MS }, (index) => {
    const { key, place } = next(index)
    return driven.page.evaluate(
      ({ pressed, last }) =>
        window.measureAct(
          () =>
            document
              .querySelector('#conversations')
              ?.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true })),
          () => [...document.querySelectorAll('[role=log] article')].at(-1)?.textContent.includes(last) === true,
        ),
      { pressed: key, last: lastWords(place) },
    )
  })
}
