import fc from 'fast-check'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { readDetail, readRows } from '../../electron/api/wire.ts'
import { Timeline } from '../../src/customer/timeline.tsx'
import { CustomerFacts } from '../../src/customer/customer-facts.tsx'
import { applyPage, applyThread, mergeThread } from '../../src/db/cache.ts'
import { makeCatalogue } from '../../src/catalogue/catalogue.ts'
import { type Database, makeDatabase } from '../../src/db/database.ts'
import type { ConversationRow } from '../../src/db/rows.ts'
import { readCachedThreads } from '../../src/db/cached-threads.ts'
import { type ListedConversation, readListRows } from '../../src/db/list-rows.ts'
import { mergeRow } from '../../src/db/merge.ts'
import { overlayConversation, overlayThread, shownTimeOf, type ThreadItem } from '../../src/db/overlay.ts'
import { readThread } from '../../src/db/queries.ts'
import { normaliseStoredConversation, normaliseStoredThread } from '../../src/db/stored.ts'
import { exportThread } from '../../src/export/exported-thread.ts'
import { writeWhole } from '../../src/export/export-writer.ts'
import { writerOf } from '../../src/export/writer-of.ts'
import { ConversationRowView as Row } from '../../src/inbox/conversation-row.tsx'
import { singleNotice } from '../../src/notify/notice.ts'
import { Views } from '../../src/rail/views.tsx'
import { rowIdOf } from '../../src/rows/row-id.ts'
import { SearchIndex } from '../../src/search/index/search-index.ts'
import { parseQuery } from '../../src/search/query/query.ts'
import { ResultRowView } from '../../src/search-view/result-row.tsx'
import type { Conversation, Message } from '../../src/shared/model.ts'
import { timeRangeAt } from '../../src/shared/sane-values.ts'
import { hasVisibleText } from '../../src/shared/text/visible-text.ts'
import { layOut } from '../../src/thread/log/days.ts'
import { LogRowView } from '../../src/thread/log/log-row.tsx'
import { ThreadHeader } from '../../src/thread/header/thread-header.tsx'
import { makeLiveWorkspaces } from '../../src/live/live-workspaces.ts'
import { TooltipProvider } from '../../src/ui/tooltip.tsx'
import { WorkspaceProvider, type Workspaces, WorkspacesProvider } from '../../src/workspace.tsx'
import { hostileRow, hostileText } from '../support/hostile-wire.ts'
import { openForCommands } from '../support/open-workspace.ts'
import { DATA_KEY } from '../support/data-key.ts'

// Server rendering uses another snapshot function; here nothing changes during a render.
vi.mock('react', async (load) => {
  const react = await load<typeof import('react')>()
  const useSyncExternalStore = <T,>(subscribe: (listener: () => void) => () => void, read: () => T): T =>
    react.useSyncExternalStore(subscribe, read, read)
  return { ...react, useSyncExternalStore }
})

vi.stubGlobal('navigator', { onLine: true, platform: 'Linux', userAgent: '' })

const NOW = Date.UTC(2026, 5, 1)
const ASKED = { askedAt: NOW, now: NOW }
const nothing = (): void => undefined
/** Upper bound for the text of one conversation or message, because long text is cut. */
const MAX_MARKUP = 60_000
const LONE_SURROGATE = /\p{Surrogate}/u
/** Runs of the first property, of which more than 300 render. The cases of the others are larger. */
const RUNS = 600
/** Limits a hang, ms; not a measure of speed. */
const LIMIT_MS = 900_000

let count = 0
function aProfile(): Database {
  count += 1
  return makeDatabase(`drawn-${count}`, DATA_KEY)
}
const open = openForCommands(aProfile())
const WORKSPACES: Workspaces = {
  ...{ known: [open.workspace], live: makeLiveWorkspaces(), choose: () => {}, showAll: () => {}, add: () => {} },
  ...{ rename: () => Promise.resolve({ ok: true, value: open.workspace }), recolour: () => {}, forget: () => {} },
}

/** Rendered text is short and well formed, and shows no invalid date. */
function draw(node: ReactNode): string {
  const markup = renderToStaticMarkup(
    <TooltipProvider>
      <WorkspacesProvider value={WORKSPACES}>
        <WorkspaceProvider value={open}>{node}</WorkspaceProvider>
      </WorkspacesProvider>
    </TooltipProvider>,
  )
  const read = withoutIds(markup)
  expect(read.length).toBeLessThan(MAX_MARKUP)
  expect(LONE_SURROGATE.test(read)).toBe(false)
  for (const [, at = ''] of markup.matchAll(/<time dateTime="([^"]*)"/gi)) {
    expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.UTC(2000, 0, 1))
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now() + 24 * 60 * 60_000)
  }
  return markup
}

/** Ids stay as the server wrote them and are never shown. */
function withoutIds(markup: string): string {
  return markup.replaceAll(/ (?:id|data-[a-z-]+)="[^"]*"/g, '')
}

// No setting is stored.
vi.stubGlobal('localStorage', { getItem: () => null })

const CONTEXT = { now: NOW, isOffline: false, answerWithinMs: null }

/** Every view of one conversation and its messages. */
function drawAll(row: ListedConversation, items: readonly ThreadItem[]): void {
  expect(hasVisibleText(row.name)).toBe(true)
  const place = { domId: rowIdOf('row-', row.id), position: 1, total: 1, isSelected: true, isPicked: false, top: 0 }
  for (const density of ['comfortable', 'compact'] as const)
    draw(
      <Row row={row} {...place} {...CONTEXT} isPicking={false} workspace={null} density={density} onPress={nothing} />,
    )
  const query = parseQuery('a word', NOW)
  draw(
    <ResultRowView
      workspace={null}
      row={{ conversation: row, message: null, rank: { score: 0, activityAt: 0 } }}
      listed={row}
      query={query}
      {...place}
      {...CONTEXT}
      density="comfortable"
      isPicking
      onPress={nothing}
    />,
  )
  draw(<Timeline conversations={[row]} currentId={row.id} />)
  const firstSeenAt = shownTimeOf(row)
  draw(<CustomerFacts customer={{ conversation: row, conversations: [row], keys: [], firstSeenAt, messages: 1 }} />)
  draw(<ThreadHeader conversation={row} snooze={null} onNote={nothing} />)
  drawThread(row, items)
  for (const format of ['markdown', 'json', 'csv'] as const)
    writeWhole(writerOf(format, { title: 'All', exportedAt: NOW }, String), [
      exportThread({ conversation: row, items, held: 'whole' }),
    ])
  const settings = { isOn: true, hidesText: false, hasSound: true } as Parameters<typeof singleNotice>[2]
  const notice = singleNotice({ conversationId: row.id, text: items.at(-1)?.content ?? '' }, row.name, settings)
  expect([hasVisibleText(notice.title), hasVisibleText(notice.body)]).toEqual([true, true])
}

function drawThread(row: ListedConversation, items: readonly ThreadItem[]): void {
  const rows = layOut(items)
  expect(new Set(rows.map((one) => one.key)).size).toBe(rows.length)
  const view = { conversation: row, items, isOnDevice: true, troubles: [], snooze: null }
  const shared = { view, actions: { act: nothing, openLink: nothing }, expanded: new Set<string>(), places: new Map() }
  for (const one of rows) draw(<LogRowView row={one} {...shared} onExpand={nothing} soughtKey={null} />)
}

/** The lists, their counts and the search of many conversations. */
function drawLists(rows: readonly ListedConversation[]): void {
  const catalogue = makeCatalogue()
  catalogue.apply(rows.map((shown) => ({ id: shown.id, shown })))
  const listing = catalogue.list('all', null)
  const listed = Array.from({ length: listing.count }, (_, index) => listing.idAt(index))
  expect(new Set(listed)).toEqual(new Set(rows.map((row) => row.id)))
  draw(<Views totals={catalogue.totals()} />)
  const index = new SearchIndex()
  for (const row of rows) index.putHeader({ ...row, isWaiting: row.waitingSince !== null })
  index.search(parseQuery('a', NOW), { offset: 0, limit: 10, now: NOW })
}

function listedOf(row: ConversationRow): ListedConversation {
  const summary = overlayConversation({ id: row.id, row, ops: [], seen: undefined })
  return { ...summary, hasDraft: false, isThreadOnDevice: true, isStarred: false, snooze: null, back: null }
}

describe('any data from a server', () => {
  it(
    'renders in every view, from the wire to the screen',
    () => {
      const row = fc.oneof({ weight: 9, arbitrary: hostileRow }, { weight: 1, arbitrary: fc.anything() })
      let drawn = 0
      fc.assert(
        fc.property(row, (raw) => {
          const detail = readDetail(raw, NOW)
          if (detail === null) return
          drawn += 1
          const told: Conversation = detail.conversation
          const first = mergeRow(undefined, told, ASKED)
          const read = { conversationId: told.id, row: first, cached: undefined, timing: ASKED }
          const { after, messages } = mergeThread({ ...read, detail: { ...detail, serverAt: null } }, [])
          drawAll(listedOf(after), overlayThread({ messages: messages ?? [], ops: [], claimedIds: new Set() }))
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
      expect(drawn).toBeGreaterThan(RUNS * 0.7)
    },
    LIMIT_MS,
  )

  it(
    'renders from a profile of an earlier build, which stored it unchecked',
    () => {
      const time = fc.oneof(
        fc.double(),
        fc.integer(),
        fc.constantFrom(1_730_176_462_000_000_000, 0, 9e15, -9e15, Infinity),
      )
      const newest = fc.record({
        messageId: hostileText,
        sender: hostileText,
        words: hostileText,
        waitingSince: fc.option(time),
      })
      const stored = fc.record({
        row: fc.record(
          {
            id: hostileText,
            activityAt: time,
            timestamp: time,
            customerName: hostileText,
            customerPhone: hostileText,
            subject: hostileText,
            channel: hostileText,
            status: hostileText,
            lastMessage: hostileText,
            tags: fc.array(hostileText, { maxLength: 5 }),
            newest: fc.option(newest),
            wasWaitingSince: time,
          },
          { requiredKeys: ['id', 'activityAt'] },
        ),
        messages: fc.array(
          fc.record({ id: hostileText, sender: hostileText, content: hostileText, sentAt: fc.option(time) }),
          { maxLength: 4 },
        ),
      })
      fc.assert(
        fc.property(stored, ({ row, messages }) => {
          const range = timeRangeAt(NOW)
          const good = normaliseStoredConversation(row, range)
          expect(normaliseStoredConversation(good, range)).toBe(good)
          const thread = normaliseStoredThread({ conversationId: row.id, messages, readAt: NOW }, range)
          drawAll(listedOf(good), overlayThread({ messages: thread.messages, ops: [], claimedIds: new Set() }))
        }),
        { numRuns: RUNS / 4, endOnFailure: true },
      )
    },
    LIMIT_MS,
  )

  it(
    'is listed, counted and found through the database',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(hostileRow, { minLength: 1, maxLength: 12 }), async (raws) => {
          const db = aProfile()
          const page = readRows(raws, NOW)
          const asked = { askedAt: Date.now(), now: Date.now() }
          await applyPage(db, page?.conversations ?? [], asked)
          for (const raw of raws) {
            const detail = readDetail(raw, NOW)
            if (detail !== null) await applyThread(db, detail.conversation.id, { ...detail, serverAt: null }, asked)
          }
          const ids = [...new Set((page?.conversations ?? []).map((one) => one.id))]
          const rows = (await readListRows(db, ids)).flatMap(({ shown }) => shown ?? [])
          expect(rows).toHaveLength(ids.length)
          drawLists(rows)
          for (const row of rows.slice(0, 2)) {
            const thread = await readThread(db, row.id)
            drawAll(row, thread?.items ?? [])
          }
          expect(await readCachedThreads(db, ids)).toHaveLength(ids.length)
          db.close()
        }),
        { numRuns: RUNS / 20, endOnFailure: true },
      )
    },
    LIMIT_MS,
  )
})

describe('a message without visible text', () => {
  const items: readonly ThreadItem[] = ['', ' ', '\u2800', '\u200e'].map((content, index) => ({
    ...{ key: String(index), sender: 'customer', isMine: false, at: null, echo: null },
    content,
  }))

  it('says so in the bubble, the row and the notification', () => {
    const said: readonly Message[] = items.map(({ key, content }) => ({
      id: key,
      sender: 'customer',
      content,
      sentAt: NOW,
    }))
    for (const [index, message] of said.entries()) {
      const first = mergeRow(undefined, { id: 'c', customerName: 'Ana', lastMessage: message.content }, ASKED)
      const shared = { domId: 'x', position: 1, total: 1, isSelected: false, isPicked: false, isPicking: false, top: 0 }
      const row = (
        <Row row={listedOf(first)} {...shared} {...CONTEXT} workspace={null} density="comfortable" onPress={nothing} />
      )
      expect(draw(row)).toContain('No text (a picture or a call, perhaps)')
      const view = { conversation: listedOf(first), items, isOnDevice: true, troubles: [], snooze: null }
      const [one] = layOut(items.slice(index, index + 1))
      const actions = { act: nothing, openLink: nothing }
      if (one === undefined) throw new Error('a message has a row')
      const log = { view, actions, expanded: new Set<string>(), places: new Map(), soughtKey: null, onExpand: nothing }
      expect(draw(<LogRowView row={one} {...log} />).match(/No text \(a picture/g)).toHaveLength(2)
    }
  })
})
