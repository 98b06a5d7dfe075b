import { type AccountSize, conversationAt, nameAt, subjectAt } from '../account.ts'
import type { Bench } from '../bench.ts'
import { scanOnFloor } from '../floor-window.ts'
import { type Acts, type Driven, repeatAct, REST_MS } from '../page-acts.ts'

/** Places of customers whose first names begin with different letters. */
const NAMED = [0, 9, 3].map((first) => first + 18 * 40)
/** In these conversations, a word is looked for that few messages have. */
const WORDED = Array.from({ length: 12 }, (_, index) => 100 + index * 111)

/** Each key of typed names and words, until its results are painted. */
export async function measureSearch(bench: Bench): Promise<void> {
  const profile = await bench.profile()
  const names = typedInTurn(NAMED.map(nameAt))
  const texts = Array.from({ length: profile.conversations }, (_, place) => `${nameAt(place)} ${subjectAt(place)}`)
  const floor = await scanOnFloor(await bench.floor(), { texts, queries: names })
  const window = await bench.atRest()
  await window.page.locator('#search').focus()
  const byName = await searchFor(window, names)
  bench.record('search-names-work', { samples: byName.all, floor })
  bench.record('search-names', { samples: byName.painted, floor })
  const byText = await searchFor(
    window,
    typedInTurn(differentBeginnings(WORDED.map((place) => lastWordOf(place, profile)))),
  )
  bench.record('search-text', { samples: byText.painted })
  await window.page.keyboard.press('Escape')
}

/** The last word of the first message. */
function lastWordOf(place: number, size: AccountSize): string {
  return /(\w+)\.$/.exec(conversationAt(place, size).thread.read()[0]?.content ?? '')?.[1] ?? ''
}

/** One word for each first letter. */
function differentBeginnings(words: readonly string[]): readonly string[] {
  return [...new Map(words.map((word) => [word.charAt(0), word])).values()].slice(0, 4)
}

/**
 * What the field holds after each key, for all texts in turn: the results of two queries in a row have no word in common, so it is plain
 * which are painted. Without those that end in a space.
 */
export function typedInTurn(texts: readonly string[]): readonly string[] {
  const longest = Math.max(...texts.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) =>
    texts.filter(({ length }) => at < length).map((text) => text.slice(0, at + 1)),
  )
    .flat()
    .filter((query) => !query.endsWith(' '))
}

/** The results of a query are painted when a word that begins with its first word is marked. */
function searchFor(driven: Driven, queries: readonly string[]): Promise<Acts> {
  return repeatAct(driven, { times: queries.length, restMs: REST_MS / 3 }, (index) =>
    driven.page.evaluate((query) => {
      const field = document.querySelector<HTMLInputElement>('#search')
      const first = query.split(' ')[0]?.toLowerCase() ?? ''
      return window.measureAct(
        () => {
          field?.select()
          document.execCommand('insertText', false, query)
        },
        () =>
          [...document.querySelectorAll('#conversations mark')].some((mark) =>
            mark.textContent.toLowerCase().startsWith(first),
          ),
      )
    }, queries[index] ?? ''),
  )
}
