/**
 * Measures what a key typed into the palette costs, against a linear scan of the same customers in the same run. Run it by hand:
 *   node test/bench/palette.mjs [conversations]
 * It asserts nothing. Times depend on the machine; compare the ratios.
 */
import { COMMANDS } from '../../src/commands/registry.ts'
import { commandTerms, sectionOf } from '../../src/palette/command-terms.ts'
import { type Entry, entryId } from '../../src/palette/entry.ts'
import type { FoundConversation } from '../../src/palette/found.ts'
import { foundEntries } from '../../src/palette/found-entries.tsx'
import { makeTerm } from '../../src/palette/match.ts'
import { rankEntries } from '../../src/palette/ranking.ts'
import type { Header } from '../../src/search/index/entries.ts'
import { SearchIndex } from '../../src/search/index/search-index.ts'
import { contactQuery } from '../../src/search/query/contact-query.ts'
import { parseQuery } from '../../src/search/query/query.ts'
import { aHeader, aText, next, NOW, percentiles, timed, typed } from './made-up.ts'

const [CONVERSATIONS = 100_000] = process.argv.slice(2).map(Number)
/** As in src/palette/use-entries.tsx and use-found.ts. */
const MAX_TAGS = 1_000
const MAX_BY_CUSTOMER = 16
const MAX_BY_WORDS = 8
const RECENT = 10
const ROUNDS = 5

const headers = Array.from({ length: CONVERSATIONS }, (_, number) => aHeader(number))
const scanned = headers.map((one) =>
  [one.customerName, one.customerPhone, one.customerEmail, one.subject].join(' ').toLowerCase(),
)
const byId = new Map(headers.map((header) => [header.id, header]))
const index = new SearchIndex()
for (const header of headers) index.putHeader(header)
index.tidy()

const commands = COMMANDS.map((command) => ({
  ...{ id: entryId('command', command.id), section: sectionOf(command), title: command.title, boost: 0 },
  ...{ terms: commandTerms(command, command.title, command.title), icon: null, run: () => undefined },
}))
const tags = Array.from({ length: MAX_TAGS }, () => aText(2)).map((tag) => ({
  ...{ id: entryId('tag', tag), section: 'tags' as const, title: tag, boost: 0 },
  ...{ terms: [makeTerm(tag)], icon: null, run: () => undefined },
}))
const known: readonly Entry[] = [...commands, ...tags]

function conversationOf(header: Header): FoundConversation {
  const { id, customerName, customerPhone, customerEmail, subject, channel, status, activityAt } = header
  const conversation = { id, customerName, customerPhone, customerEmail, subject, channel, status, activityAt }
  return {
    workspaceId: 'one',
    conversation: { ...conversation, name: customerName ?? id, customerId: null, lastText: null },
  }
}

/** In the worker: what the index finds. */
function find(text: string): readonly string[] {
  const byCustomer = contactQuery(text)
  const lists = [
    ...(byCustomer === null ? [] : [{ query: byCustomer, limit: MAX_BY_CUSTOMER }]),
    { query: text, limit: MAX_BY_WORDS },
  ].map(({ query, limit }) => index.search(parseQuery(query, NOW), { offset: 0, limit, now: NOW }).hits)
  return [...new Set(lists.flat().map(({ id }) => id))]
}

const recent = headers.slice(0, RECENT).map(conversationOf)
const names = Array.from({ length: 12 }, () => headers[next(headers.length)]?.customerName ?? '')
const phones = Array.from({ length: 3 }, () => headers[next(headers.length)]?.customerPhone ?? '')
const questions = typed([...names, ...phones, 'go to resolved', 'snooze', 'settings keys'])
const own = {
  'the page, at the key': [] as number[],
  'the page, at the answer': [] as number[],
  worker: [] as number[],
}
const floor: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  let found: readonly FoundConversation[] = []
  for (const text of questions) {
    const rank = (): void => {
      const parts = { typed: text, found, recent, open: () => undefined, writeTo: () => undefined }
      rankEntries([...known, ...foundEntries(parts)], text)
    }
    const atKey = timed(rank)
    let ids: readonly string[] = []
    const worker = timed(() => {
      ids = find(text)
    })
    found = ids.flatMap((id) => byId.get(id) ?? []).map(conversationOf)
    const atAnswer = timed(rank)
    const wanted = text.toLowerCase().split(' ')
    const scan = timed(() => void scanned.filter((one) => wanted.every((word) => one.includes(word))).length)
    // The first round warms up.
    if (round === 0) continue
    own['the page, at the key'].push(atKey)
    own['the page, at the answer'].push(atAnswer)
    own.worker.push(worker)
    floor.push(scan)
  }
}
console.log(
  `Node ${process.version}, ${CONVERSATIONS.toLocaleString()} conversations, ${commands.length} commands, ${MAX_TAGS} tags`,
)
console.log(`  linear scan              ${percentiles(floor)}`)
for (const [what, times] of Object.entries(own)) console.log(`  ${what.padEnd(24)} ${percentiles(times)}`)
