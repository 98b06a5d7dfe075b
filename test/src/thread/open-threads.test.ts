import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ThreadView } from '../../../src/db/overlay.ts'
import type { DraftRow } from '../../../src/db/rows.ts'
import { makeOpenThreads, type OpenThreads, type ThreadSource } from '../../../src/thread/open-threads.ts'

/** Enough of a thread: what is in it is not looked at here. */
const threadOf = (id: string, name = id): ThreadView =>
  ({ conversation: { id, name }, items: [], isOnDevice: true, troubles: [], snooze: null }) as unknown as ThreadView
const draftOf = (conversationId: string, text: string): DraftRow => ({ conversationId, text }) as unknown as DraftRow

type Watched = {
  readonly id: string
  readonly onView: Parameters<ThreadSource['watch']>[1]
  readonly onError: Parameters<ThreadSource['watch']>[2]
  isStopped: boolean
}

describe('open threads', () => {
  let watched: Watched[]
  let drafts: {
    readonly id: string
    readonly resolve: (draft?: DraftRow) => void
    readonly reject: (error: Error) => void
  }[]
  let threads: OpenThreads
  let emitted: number

  beforeEach(() => {
    watched = []
    drafts = []
    emitted = 0
    threads = makeOpenThreads({
      watch(id, onView, onError) {
        const one: Watched = { id, onView, onError, isStopped: false }
        watched.push(one)
        return () => (one.isStopped = true)
      },
      readDraft: (id) =>
        new Promise((resolve, reject) => {
          drafts.push({ id, resolve, reject })
        }),
    })
    threads.subscribe(() => (emitted += 1))
  })

  const running = (): readonly string[] => watched.filter((one) => !one.isStopped).map(({ id }) => id)
  const feed = (id: string): Watched => {
    const one = watched.findLast((each) => each.id === id && !each.isStopped)
    expect(one, `${id} is watched`).toBeDefined()
    return one as Watched
  }
  async function answerDraft(index: number, draft?: DraftRow): Promise<void> {
    drafts[index]?.resolve(draft)
    await Promise.resolve()
    await Promise.resolve()
  }
  async function open(id: string): Promise<void> {
    threads.show(id)
    feed(id).onView(threadOf(id))
    await answerDraft(drafts.length - 1)
  }

  it('shows a thread when both it and its draft are read, in either order', async () => {
    threads.show('a')
    feed('a').onView(threadOf('a'))
    expect(threads.read()).toBeNull()
    await answerDraft(0, draftOf('a', 'half a'))
    expect(threads.read()).toMatchObject({ conversationId: 'a', draft: { text: 'half a' } })

    threads.show('b')
    await answerDraft(1)
    expect(threads.read()).toMatchObject({ conversationId: 'a' })
    feed('b').onView(threadOf('b'))
    expect(threads.read()).toMatchObject({ conversationId: 'b', draft: undefined })
    expect(emitted).toBe(2)
  })

  it('shows a thread that was read ahead as soon as its draft is read', async () => {
    await open('a')
    threads.readAhead(['b'])
    feed('b').onView(threadOf('b'))
    expect(threads.read()).toMatchObject({ conversationId: 'a' })
    threads.show('b')
    expect(watched.map(({ id }) => id)).toEqual(['a', 'b'])
    await answerDraft(1, draftOf('b', 'typed a moment ago'))
    expect(threads.read()).toMatchObject({ conversationId: 'b', draft: { text: 'typed a moment ago' } })
  })

  it('takes the draft of the last showing when the user goes away and comes back', async () => {
    await open('b')
    threads.show('a')
    threads.show('b')
    threads.show('a')
    feed('a').onView(threadOf('a'))
    await answerDraft(1, draftOf('a', 'old'))
    expect(threads.read()).toMatchObject({ conversationId: 'b' })
    await answerDraft(3, draftOf('a', 'new'))
    expect(threads.read()).toMatchObject({ conversationId: 'a', draft: { text: 'new' } })
  })

  it('reads the draft again each time a thread is shown', async () => {
    await open('a')
    await open('b')
    threads.show('a')
    await answerDraft(2, draftOf('a', 'typed before leaving'))
    expect(threads.read()).toMatchObject({ conversationId: 'a', draft: { text: 'typed before leaving' } })
  })

  it('follows changes of a thread that was read ahead', async () => {
    await open('a')
    threads.readAhead(['b'])
    feed('b').onView(threadOf('b', 'Old name'))
    feed('b').onView(threadOf('b', 'New name'))
    expect(emitted).toBe(1)
    threads.show('b')
    await answerDraft(1)
    expect(threads.read()?.view?.conversation.name).toBe('New name')
    feed('b').onView(threadOf('b', 'Newest name'))
    expect(threads.read()?.view?.conversation.name).toBe('Newest name')
  })

  it('keeps the same object, and tells nobody, when nothing has changed', async () => {
    await open('a')
    const before = threads.read()
    feed('a').onView(threadOf('a'))
    expect(threads.read()).toBe(before)
    expect(emitted).toBe(1)
  })

  it('forgets all but the shown thread and those that are named', async () => {
    await open('a')
    threads.readAhead(['b', 'c'])
    threads.keepOnly(['c'])
    expect(running()).toEqual(['a', 'c'])
    threads.show('c')
    threads.keepOnly([])
    expect(running()).toEqual(['c'])
    threads.close()
    expect(running()).toEqual([])
  })

  it('knows a conversation that is gone', async () => {
    threads.show('a')
    feed('a').onView(null)
    await answerDraft(0)
    expect(threads.read()).toEqual({ conversationId: 'a', view: null, draft: undefined })
  })

  it('throws the error of the shown thread or its draft, and shows the thread when it can be read again', async () => {
    threads.show('a')
    feed('a').onError(new Error('disk'))
    expect(threads.read).toThrow('disk')
    feed('a').onView(threadOf('a'))
    await answerDraft(0)
    expect(threads.read()).toMatchObject({ conversationId: 'a' })
    threads.show('b')
    drafts[1]?.reject(new Error('draft'))
    await vi.waitFor(() => expect(threads.read).toThrow('draft'))
  })

  it('reads a neighbour anew when reading it ahead failed', async () => {
    await open('a')
    threads.readAhead(['b'])
    feed('b').onError(new Error('disk'))
    expect(threads.read()).toMatchObject({ conversationId: 'a' })
    threads.show('b')
    expect(watched.filter(({ id }) => id === 'b')).toHaveLength(2)
    feed('b').onView(threadOf('b'))
    await answerDraft(1)
    expect(threads.read()).toMatchObject({ conversationId: 'b' })
  })
})
