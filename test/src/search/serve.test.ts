import { afterEach, describe, expect, it, vi } from 'vitest'
import { applyPage, applyThread } from '../../../src/db/cache.ts'
import type { Database } from '../../../src/db/database.ts'
import { saveDraft } from '../../../src/outbox/drafts.ts'
import { sendMessage, setStatus } from '../../../src/outbox/intents.ts'
import type { SearchAnswer } from '../../../src/search/answer.ts'
import { makeSearch, type Search } from '../../../src/search/search.ts'
import { serveSearch } from '../../../src/search/serve.ts'
import type { Message } from '../../../src/shared/model.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'

const open: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

const ASKED = { askedAt: 0, now: 1_000 }
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

/** The window's side and the worker's, in one thread, over what is in the database. */
function startSearch(db: Database): Search {
  const search = makeSearch(db.name, (hear) => {
    const served = serveSearch(hear, { elapsed: () => performance.now(), pause })
    open.push(served.stop)
    return { say: served.hear, end: () => void served.stop() }
  })
  search.start()
  open.push(search.stop)
  return search
}

async function aThread(db: Database, id: string, contents: readonly string[], name = 'Somebody'): Promise<void> {
  const conversation = aConversation({ id, customerName: name, lastMessage: contents.at(-1) ?? '' })
  const messages: readonly Message[] = contents.map((content, index) => aMessage({ id: `${id}-${index}`, content }))
  await applyPage(db, [conversation], ASKED)
  await applyThread(db, id, { conversation, messages, serverAt: null }, ASKED)
}

async function ask(search: Search, text: string): Promise<SearchAnswer> {
  const answer = await search.ask({ text, offset: 0, limit: 50, now: Date.now() })
  return answer ?? { total: -1, isCut: false, rows: [] }
}

const found = async (search: Search, text: string) => (await ask(search, text)).rows.map((row) => row.conversation.id)
const expectFound = (search: Search, text: string, ids: readonly string[]) =>
  vi.waitFor(async () => expect(await found(search, text)).toEqual(ids), { timeout: 20_000 })
const ready = (search: Search) => vi.waitFor(() => expect(search.progress().state).toBe('ready'), { timeout: 20_000 })

describe('search over the database', () => {
  it('finds what was there at the start, and says in which message', async () => {
    const db = aDatabase()
    await aThread(db, 'a', ['Good morning', 'the needle is here', 'Good bye'], 'Ana Petrović')
    await applyPage(db, [aConversation({ id: 'b', customerName: 'Bo', lastMessage: 'only the last words' })], ASKED)
    const search = startSearch(db)
    await ready(search)
    expect(search.progress()).toEqual({ state: 'ready', conversations: 2, withText: 1 })
    const { rows, total } = await ask(search, 'need')
    expect(total).toBe(1)
    expect(rows[0]?.conversation.name).toBe('Ana Petrović')
    expect(rows[0]?.message).toMatchObject({ key: 'a-1', snippet: 'the needle is here', sender: 'customer' })
    expect(await found(search, 'petrovic')).toEqual(['a'])
    // The thread is not on this device: the words that the list gave are searched.
    expect(await found(search, 'only words')).toEqual(['b'])
    expect((await ask(search, 'only words')).rows[0]?.message).toBeNull()
  })

  it('lists and counts what is found, each question for itself, and the last that was typed goes first', async () => {
    const db = aDatabase()
    await aThread(db, 'a', ['apples'], 'Ana')
    await aThread(db, 'b', ['apples and pears'], 'Bo')
    const search = startSearch(db)
    await ready(search)
    const now = Date.now()
    const order: string[] = []
    const listed = ['apples', 'pears', 'plums'].map((text) =>
      search.list({ text, now, limit: 10 }).then((found) => {
        order.push(text)
        return found
      }),
    )
    await search.ask({ text: 'pears', offset: 0, limit: 5, now }).then(() => order.push('typed'))
    const [apples, pears, plums] = await Promise.all(listed)
    expect(apples).toMatchObject({ total: 2, isCut: false })
    expect(apples?.ids.toSorted()).toEqual(['a', 'b'])
    expect(pears).toEqual({ total: 1, isCut: false, ids: ['b'] })
    expect(plums).toEqual({ total: 0, isCut: false, ids: [] })
    expect(order.indexOf('typed')).toBeLessThan(order.indexOf('plums'))
    expect(await search.list({ text: 'apples', now, limit: 0 })).toEqual({ total: 2, isCut: false, ids: [] })
    expect(await search.list({ text: '  ', now, limit: 9 })).toEqual({ total: 0, isCut: false, ids: [] })
  })

  it('hears of what sync writes, of changed rows and of conversations that are gone', async () => {
    const db = aDatabase()
    const search = startSearch(db)
    await ready(search)
    await aThread(db, 'a', ['apples'])
    await expectFound(search, 'apples', ['a'])
    await aThread(db, 'a', ['apples', 'pears'])
    await expectFound(search, 'pears', ['a'])
    await applyPage(db, [aConversation({ id: 'a', customerName: 'Renamed', lastMessage: 'pears' })], ASKED)
    await expectFound(search, 'from:renamed', ['a'])
    await db.conversations.delete('a')
    await expectFound(search, 'pears', [])
    expect(search.progress().state).toBe('ready')
  })

  it('hears of a whole page at once, whose names nobody tells', async () => {
    const db = aDatabase()
    const search = startSearch(db)
    await ready(search)
    const page = Array.from({ length: 100 }, (_, number) =>
      aConversation({ id: `c${number}`, customerName: `Customer${number}`, lastMessage: `words${number}` }),
    )
    await applyPage(db, page, ASKED)
    await expectFound(search, 'customer77', ['c77'])
    await expectFound(search, 'words33', ['c33'])
    await vi.waitFor(() => expect(search.progress().conversations).toBe(100))
  })

  it('finds what waits to be sent, what is being written, and a status as it was asked for', async () => {
    const db = aDatabase()
    await aThread(db, 'a', ['apples'])
    const search = startSearch(db)
    await ready(search)
    await sendMessage(db, { conversationId: 'a', content: 'an unsent needle' })
    await expectFound(search, 'needle', ['a'])
    await saveDraft(db, { conversationId: 'a', text: 'half a haystack', caret: 0 })
    await expectFound(search, 'haystack', ['a'])
    await saveDraft(db, { conversationId: 'a', text: '', caret: 0 })
    await expectFound(search, 'haystack', [])
    await setStatus(db, { conversationId: 'a', status: 'resolved' })
    await expectFound(search, 'status:resolved', ['a'])
  })

  it('what was fed bit by bit is what a new start finds', async () => {
    const db = aDatabase()
    const grown = startSearch(db)
    for (let number = 0; number < 30; number += 1) {
      await aThread(db, `c${number % 20}`, [`apple${number}`, `pear${number % 3}`], `Name${number % 5}`)
      if (number % 6 === 5) await db.conversations.delete(`c${number % 20}`)
    }
    await ready(grown)
    const built = startSearch(db)
    await ready(built)
    for (const text of ['apple', 'apple2', 'pear1', 'name3 pear', 'from:name', '-pear2 apple']) {
      const expected = await found(built, text)
      await vi.waitFor(async () => expect(new Set(await found(grown, text))).toEqual(new Set(expected)))
    }
    expect(await found(built, 'apple29')).toEqual([])
    expect(await found(built, 'apple28')).toEqual(['c8'])
  })
})

describe('the window’s side', () => {
  it('an answer to what is no longer asked is dropped, and the last question is answered', async () => {
    const db = aDatabase()
    await aThread(db, 'a', ['apples'])
    const search = startSearch(db)
    const early = search.ask({ text: 'app', offset: 0, limit: 5, now: 0 })
    const late = search.ask({ text: 'apples', offset: 0, limit: 5, now: 0 })
    expect(await early).toBeNull()
    expect(await late).not.toBeNull()
  })

  it('a worker that dies says so, leaves no question open, and can be started again', async () => {
    const fails: (() => void)[] = []
    const started: string[] = []
    const search = makeSearch('any', (hear, failed) => {
      fails.push(failed)
      return {
        say(words) {
          started.push(words.kind)
          if (words.kind === 'ask')
            hear({ kind: 'answer', request: words.request, answer: { total: 7, isCut: false, rows: [] } })
        },
        end() {},
      }
    })
    search.start()
    const told = vi.fn()
    search.onProgress(told)
    fails[0]?.()
    expect(search.progress().state).toBe('failed')
    expect(await search.ask({ text: 'x', offset: 0, limit: 5, now: 0 })).toBeNull()
    search.restart()
    expect(search.progress().state).toBe('indexing')
    expect(told).toHaveBeenCalledTimes(2)
    // The first one may still have something to say: nobody listens.
    fails[0]?.()
    expect(search.progress().state).toBe('indexing')
    expect(started).toEqual(['open', 'open'])
  })

  it('a database that is taken away ends the search, and nothing is opened again', async () => {
    const db = aDatabase()
    await aThread(db, 'a', ['apples'])
    const search = startSearch(db)
    await ready(search)
    await db.delete()
    await vi.waitFor(() => expect(search.progress().state).toBe('failed'))
  })
})
