import { afterEach, describe, expect, it, vi } from 'vitest'
import { applyPage, applyThread } from '../../../src/db/cache.ts'
import type { Database } from '../../../src/db/database.ts'
import { saveDraft } from '../../../src/outbox/drafts.ts'
import { setStatus } from '../../../src/outbox/intents.ts'
import { sendMessage } from '../../../src/outbox/send.ts'
import type { SearchAnswer } from '../../../src/search/answer.ts'
import { makeSearch, type Search } from '../../../src/search/search.ts'
import { serveSearch } from '../../../src/search/serve.ts'
import type { Message } from '../../../src/shared/model.ts'
import { DATA_KEY } from '../../support/data-key.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'

const open: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

const TIMING = { askedAt: 0, now: 1_000 }
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

/** The window's side and the worker's side in one thread. */
function startSearch(db: Database): Search {
  const search = makeSearch({ name: db.name, dataKey: DATA_KEY }, (onMessage) => {
    const server = serveSearch(onMessage, { elapsed: () => performance.now(), pause })
    open.push(server.stop)
    return { send: server.receive, terminate: () => void server.stop() }
  })
  search.start()
  open.push(search.stop)
  return search
}

async function aThread(db: Database, id: string, contents: readonly string[], name = 'Somebody'): Promise<void> {
  const conversation = aConversation({ id, customerName: name, lastMessage: contents.at(-1) ?? '' })
  const messages: readonly Message[] = contents.map((content, index) => aMessage({ id: `${id}-${index}`, content }))
  await applyPage(db, [conversation], TIMING)
  await applyThread(db, id, { conversation, messages, serverAt: null }, TIMING)
}

async function ask(search: Search, text: string): Promise<SearchAnswer> {
  const answer = await search.ask({ text, offset: 0, limit: 50, now: Date.now() })
  return answer ?? { total: -1, isCut: false, rows: [] }
}

const found = async (search: Search, text: string) => (await ask(search, text)).rows.map((row) => row.conversation.id)
const expectFound = (search: Search, text: string, ids: readonly string[]) =>
  vi.waitFor(async () => expect(await found(search, text)).toEqual(ids), { timeout: 20_000 })
const ready = (search: Search) => vi.waitFor(() => expect(search.progress().state).toBe('ready'), { timeout: 20_000 })

describe('serveSearch', () => {
  it('finds everything in the database at the start, with the matching message', async () => {
    const db = aDatabase()
    await aThread(db, 'a', ['Good morning', 'the needle is here', 'Good bye'], 'Ana Petrović')
    await applyPage(db, [aConversation({ id: 'b', customerName: 'Bo', lastMessage: 'only the last words' })], TIMING)
    const search = startSearch(db)
    await ready(search)
    expect(search.progress()).toEqual({ state: 'ready', conversations: 2, withText: 1 })
    const { rows, total } = await ask(search, 'need')
    expect(total).toBe(1)
    expect(rows[0]?.conversation.name).toBe('Ana Petrović')
    expect(rows[0]?.message).toMatchObject({ key: 'a-1', snippet: 'the needle is here', sender: 'customer' })
    expect(await found(search, 'petrovic')).toEqual(['a'])
    // The thread is not on this device, so the last message from the list is searched.
    expect(await found(search, 'only words')).toEqual(['b'])
    expect((await ask(search, 'only words')).rows[0]?.message).toBeNull()
  })

  it('answers every list request, and a typed question first', async () => {
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

  it('updates the index when sync writes threads, changes rows or deletes conversations', async () => {
    const db = aDatabase()
    const search = startSearch(db)
    await ready(search)
    await aThread(db, 'a', ['apples'])
    await expectFound(search, 'apples', ['a'])
    await aThread(db, 'a', ['apples', 'pears'])
    await expectFound(search, 'pears', ['a'])
    await applyPage(db, [aConversation({ id: 'a', customerName: 'Renamed', lastMessage: 'pears' })], TIMING)
    await expectFound(search, 'from:renamed', ['a'])
    await db.conversations.delete('a')
    await expectFound(search, 'pears', [])
    expect(search.progress().state).toBe('ready')
  })

  it('updates the index after a whole page is written, for which Dexie reports no keys', async () => {
    const db = aDatabase()
    const search = startSearch(db)
    await ready(search)
    const page = Array.from({ length: 100 }, (_, number) =>
      aConversation({ id: `c${number}`, customerName: `Customer${number}`, lastMessage: `words${number}` }),
    )
    await applyPage(db, page, TIMING)
    await expectFound(search, 'customer77', ['c77'])
    await expectFound(search, 'words33', ['c33'])
    await vi.waitFor(() => expect(search.progress().conversations).toBe(100))
  })

  it('finds queued messages, drafts, and conversations by their queued status', async () => {
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

  it('finds the same after incremental updates as after a new start', async () => {
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

describe('makeSearch', () => {
  it('answers the latest question and resolves the earlier one with null', async () => {
    const db = aDatabase()
    await aThread(db, 'a', ['apples'])
    const search = startSearch(db)
    const early = search.ask({ text: 'app', offset: 0, limit: 5, now: 0 })
    const late = search.ask({ text: 'apples', offset: 0, limit: 5, now: 0 })
    expect(await early).toBeNull()
    expect(await late).not.toBeNull()
  })

  it('reports a worker failure, answers open questions with null, and can restart', async () => {
    const fails: (() => void)[] = []
    const received: string[] = []
    const search = makeSearch({ name: 'any', dataKey: DATA_KEY }, (onMessage, onFailure) => {
      fails.push(onFailure)
      return {
        send(message) {
          received.push(message.kind)
          if (message.kind === 'ask')
            onMessage({ kind: 'answer', request: message.request, answer: { total: 7, isCut: false, rows: [] } })
        },
        terminate() {},
      }
    })
    search.start()
    const listener = vi.fn()
    search.onProgress(listener)
    fails[0]?.()
    expect(search.progress().state).toBe('failed')
    expect(await search.ask({ text: 'x', offset: 0, limit: 5, now: 0 })).toBeNull()
    search.restart()
    expect(search.progress().state).toBe('indexing')
    expect(listener).toHaveBeenCalledTimes(2)
    // A late failure of the terminated worker is ignored.
    fails[0]?.()
    expect(search.progress().state).toBe('indexing')
    expect(received).toEqual(['open', 'open'])
  })

  it('fails when the database is deleted, and does not reopen it', async () => {
    const db = aDatabase()
    await aThread(db, 'a', ['apples'])
    const search = startSearch(db)
    await ready(search)
    await db.delete()
    await vi.waitFor(() => expect(search.progress().state).toBe('failed'))
  })
})
