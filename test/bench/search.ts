/**
 * Measures search against a linear scan of the same strings in the same run. Run it by hand:
 *   node test/bench/search.mjs [summaries] [conversations] [messages of each]
 * It asserts nothing. Times depend on the machine; compare the ratios.
 */
import type { Header } from '../../src/search/index/entries.ts'
import { parseQuery } from '../../src/search/query/query.ts'
import { SearchIndex } from '../../src/search/index/search-index.ts'
import { aHeader, aName, aText, next, NOW, percentiles, timed, typed } from './made-up.ts'

const [SUMMARIES = 100_000, THREADS = 10_000, MESSAGES = 100] = process.argv.slice(2).map(Number)

function heapMb(): number {
  const collect = (globalThis as { gc?: () => void }).gc
  collect?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1_000_000
}

function measure(what: string, index: SearchIndex, scanned: readonly string[], questions: readonly string[]): void {
  const own: number[] = []
  const slow: { text: string; ms: number }[] = []
  const floor: number[] = []
  for (let round = 0; round < 3; round += 1)
    for (const text of questions) {
      const ms = timed(() => void index.search(parseQuery(text, NOW), { offset: 0, limit: 50, now: NOW }))
      if (round > 0) own.push(ms)
      if (round === 2) slow.push({ text, ms })
    }
  for (const text of questions.slice(0, 40)) {
    const wanted = text.toLowerCase().split(' ')
    floor.push(timed(() => void scanned.filter((one) => wanted.every((word) => one.includes(word))).length))
  }
  console.log(`${what}, ${questions.length} keystrokes`)
  console.log(`  index        ${percentiles(own)}`)
  console.log(`  linear scan  ${percentiles(floor)}`)
  const worst = slow.toSorted((a, b) => b.ms - a.ms).slice(0, 4)
  console.log(`  slowest      ${worst.map(({ text, ms }) => `“${text}” ${ms.toFixed(1)}`).join(', ')} ms`)
}

function build(what: string, headers: readonly Header[], texts: readonly (readonly string[])[]): SearchIndex {
  const before = heapMb()
  const index = new SearchIndex()
  const ms = timed(() => {
    for (const [number, header] of headers.entries()) {
      index.putHeader(header)
      const messages = texts[number]
      if (messages !== undefined) index.putText(header.id, messages)
      if (number % 500 === 0) index.tidy()
    }
    index.tidy()
  })
  console.log(`${what}: built in ${ms.toFixed(0)} ms, ${(heapMb() - before).toFixed(0)} MB`)
  return index
}

console.log(`Node ${process.version}`)
{
  const headers = Array.from({ length: SUMMARIES }, (_, number) => aHeader(number))
  const lastText = headers.map(() => [aText(14)])
  const scanned = headers.map((one, number) =>
    [one.customerName, one.customerPhone, one.customerEmail, one.subject, lastText[number]?.[0]]
      .join(' ')
      .toLowerCase(),
  )
  const mb = scanned.reduce((sum, one) => sum + one.length, 0) / 1_000_000
  const index = build(`${SUMMARIES.toLocaleString()} summaries (${mb.toFixed(1)} MB of text)`, headers, lastText)
  const names = Array.from({ length: 12 }, () => headers[next(headers.length)]?.customerName ?? '')
  const phones = Array.from({ length: 3 }, () => headers[next(headers.length)]?.customerPhone ?? '')
  measure(
    'names, addresses, subjects, last words',
    index,
    scanned,
    typed([...names, ...phones, 'from:ba is:unread', 'appointment tomorrow']),
  )
  const updates = Array.from({ length: 200 }, (_, number) =>
    timed(() => {
      const header = headers[number * 7]
      if (header !== undefined) index.putHeader({ ...header, customerName: aName() })
      index.tidy()
    }),
  )
  console.log(`  a change of a row  ${percentiles(updates)}`)
}
{
  const headers = Array.from({ length: THREADS }, (_, number) => aHeader(number))
  const texts = headers.map(() => Array.from({ length: MESSAGES }, () => aText(4 + next(14))))
  const scanned = texts.map((messages) => messages.join('\n').toLowerCase())
  const mb = scanned.reduce((sum, one) => sum + one.length, 0) / 1_000_000
  const count = (THREADS * MESSAGES).toLocaleString()
  const index = build(
    `${count} messages in ${THREADS.toLocaleString()} threads (${mb.toFixed(0)} MB of text)`,
    headers,
    texts,
  )
  const sentences = Array.from({ length: 8 }, () => (texts[next(THREADS)]?.[next(MESSAGES)] ?? '').slice(0, 40))
  measure('all text, as a sentence is typed', index, scanned, typed(sentences))
  measure(
    'phrases',
    index,
    scanned,
    typed(['"can you call me tomorrow', '"the invoice is', '"please help me', '"to the']),
  )
  measure(
    'with operators',
    index,
    scanned,
    typed(['invoice -payment from:ba status:open', 'thanks after:30d is:waiting']),
  )
  const updates = Array.from({ length: 200 }, (_, number) =>
    timed(() => {
      const header = headers[number * 31]
      if (header === undefined) return
      index.putText(header.id, [...(texts[number * 31] ?? []), aText(12)])
      index.tidy()
    }),
  )
  console.log(`  a new message in a thread of ${MESSAGES}  ${percentiles(updates)}`)
}
