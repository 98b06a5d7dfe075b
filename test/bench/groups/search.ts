import { nameAt, subjectAt, wordAt } from '../account.ts'
import type { Bench } from '../bench.ts'
import { scanOnFloor } from '../floor-window.ts'
import { type Acts, type Driven, repeatAct, REST_MS } from '../page-acts.ts'

/** Customers whose names are typed; the names have no accents. */
const PLACES = [18, 1_207, 3_003]
/** Words that occur in few messages. */
const WORDS = [11, 222, 3_333, 4_444, 5_555]

/** Each key of typed names and words, until its results are painted. */
export async function measureSearch(bench: Bench): Promise<void> {
  const { conversations } = await bench.profile()
  const names = PLACES.flatMap((place) => typed(nameAt(place)))
  const texts = Array.from({ length: conversations }, (_, place) => `${nameAt(place)} ${subjectAt(place)}`)
  const floor = await scanOnFloor(await bench.floor(), { texts, queries: names })
  const window = await bench.atRest()
  await window.page.locator('#search').focus()
  const byName = await searchFor(window, names)
  bench.record('search-names-work', { samples: byName.all, floor })
  bench.record('search-names', { samples: byName.painted, floor })
  const byText = await searchFor(
    window,
    WORDS.flatMap((seed) => typed(wordAt(seed)).slice(1)),
  )
  bench.record('search-text', { samples: byText.painted })
  await window.page.keyboard.press('Escape')
}

/** What the field holds after each key, without those that end in a space. */
function typed(text: string): readonly string[] {
  return Array.from(text, (_, index) => text.slice(0, index + 1)).filter((part) => !part.endsWith(' '))
}

/** The results of a query are painted when its last word is marked in one of them. */
function searchFor(driven: Driven, queries: readonly string[]): Promise<Acts> {
  return repeatAct(driven, { times: queries.length, restMs: REST_MS / 3 }, (index) =>
    driven.page.evaluate((query) => {
      const field = document.querySelector<HTMLInputElement>('#search')
      const last = query.split(' ').at(-1)?.toLowerCase()
      return window.measureAct(
        () => {
          field?.select()
          document.execCommand('insertText', false, query)
        },
        () =>
          [...document.querySelectorAll('#conversations mark')].some((mark) => mark.textContent.toLowerCase() === last),
      )
    }, queries[index] ?? ''),
  )
}
