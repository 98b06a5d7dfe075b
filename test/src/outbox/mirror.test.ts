import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import type { OpState } from '../../../src/db/op.ts'
import { discardOp } from '../../../src/outbox/intents.ts'
import { sendMessage } from '../../../src/outbox/send.ts'
import { diffMirror, type MirroredOp, type MirrorRead, startMirror } from '../../../src/outbox/mirror.ts'
import { fromPayload, type Remembered } from '../../../src/outbox/remembered.ts'
import { failed } from '../../../src/shared/failure.ts'
import { aConversation, aDatabase, anOp } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { aFeed } from '../../support/outbox-feed.ts'

const ROW = { id: 'conv_1', activityAt: 1 }

/** What the main process has after these calls. */
function afterCalls(mirrored: ReadonlyMap<string, MirroredOp>, read: MirrorRead): ReadonlyMap<string, MirroredOp> {
  const { remember, forget } = diffMirror(mirrored, read)
  const kept = [...mirrored].filter(([opId]) => !forget.includes(opId))
  return new Map([...kept, ...remember.map((entry) => [entry.opId, entry.mirrored] as const)])
}

const all = (...remembered: readonly Remembered[]): MirrorRead => ({ conversationIds: 'all', remembered })

describe('diffMirror', () => {
  it('returns the ops that are new, changed and gone', () => {
    const [a, b] = [anOp({ id: 'a' }), anOp({ id: 'b' })]
    const old = new Map([['old', { conversationId: null, fingerprint: '' }]])
    const read = all({ op: a, conversation: null }, { op: b, conversation: null })
    const first = diffMirror(old, read)
    expect([first.remember.map((one) => one.opId), first.forget]).toEqual([['a', 'b'], ['old']])
    const second = diffMirror(afterCalls(old, read), all({ op: { ...a, state: 'sending' }, conversation: null }))
    expect([second.remember.map((one) => one.opId), second.forget]).toEqual([['a'], ['b']])
  })

  it('ignores a new read of the conversation, but not its new server id', () => {
    const op = anOp()
    const mirrored = afterCalls(new Map(), all({ op, conversation: ROW }))
    const again = all({ op, conversation: { ...ROW, activityAt: 2, lastMessage: 'x' } })
    expect(diffMirror(mirrored, again).remember).toEqual([])
    expect(diffMirror(mirrored, all({ op, conversation: { ...ROW, serverId: 'c9' } })).remember).toHaveLength(1)
  })

  it('keeps the ops of conversations that were not read', () => {
    const [a, b] = [anOp({ id: 'a', conversationId: 'conv_1' }), anOp({ id: 'b', conversationId: 'conv_2' })]
    const mirrored = afterCalls(new Map(), all({ op: a, conversation: null }, { op: b, conversation: null }))
    const read = { conversationIds: new Set(['conv_1']), remembered: [] }
    expect(diffMirror(mirrored, read)).toEqual({ remember: [], forget: ['a'] })
  })

  it('makes main’s copy equal to the outbox after any changes, read in any groups', () => {
    const states = fc.constantFrom<OpState>('queued', 'sending', 'uncertain')
    const anyConversation = fc.constantFrom('conv_1', 'conv_2', 'conv_3')
    const outbox = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.record({ state: states, conversationId: anyConversation }),
      {
        noNullPrototype: true,
      },
    )
    fc.assert(
      fc.property(fc.array(outbox, { minLength: 1 }), (stories) => {
        const main = new Map<string, string>()
        let mirrored: ReadonlyMap<string, MirroredOp> = new Map()
        let before = new Map<string, string>()
        for (const [index, story] of stories.entries()) {
          const current = Object.entries(story).map(([id, { state, conversationId }]) => ({
            op: anOp({ id, state, conversationId }),
            conversation: null,
          }))
          const marks = new Map(current.map(({ op }) => [op.id, `${op.state} ${op.conversationId}`]))
          const homesOf = (marked: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
            [...marked].flatMap(([id, mark]) => (other.get(id) === mark ? [] : [mark.split(' ')[1] ?? '']))
          const conversationIds = new Set([...homesOf(before, marks), ...homesOf(marks, before)])
          const read: MirrorRead =
            index === 0
              ? all(...current)
              : {
                  conversationIds,
                  remembered: current.filter(({ op }) => conversationIds.has(op.conversationId)),
                }
          const { remember, forget } = diffMirror(mirrored, read)
          for (const { opId, payload } of remember) main.set(opId, payload)
          for (const opId of forget) main.delete(opId)
          mirrored = afterCalls(mirrored, read)
          before = marks
          const held = [...main.values()].flatMap((payload) => fromPayload(payload)?.op ?? [])
          expect(new Map(held.map((op) => [op.id, `${op.state} ${op.conversationId}`]))).toEqual(marks)
        }
      }),
    )
  })
})

describe('startMirror', () => {
  let db: Database
  let main: FakeBridge
  let mirror: { stop(): Promise<void> } | undefined
  let due: Set<() => void>

  beforeEach(() => {
    db = aDatabase()
    main = new FakeBridge()
    due = new Set()
  })

  afterEach(async () => {
    await mirror?.stop()
    await db.delete()
  })

  function start(rememberedIds: readonly string[] = []): void {
    mirror = startMirror({
      ...{ db, feed: aFeed(db), bridge: main, workspaceId: 'w', rememberedIds },
      after(_, then) {
        due.add(then)
        return () => due.delete(then)
      },
    })
  }

  it('copies the outbox, and removes ops of an earlier run', async () => {
    main.remembered.set('gone', '{}')
    start(['gone'])
    await sendMessage(db, { conversationId: 'conv_1', content: 'Hi' })
    await expect.poll(() => main.remembered.has('gone')).toBe(false)
    await expect.poll(() => main.remembered.size).toBe(1)
    const [id] = [...main.remembered.keys()]
    expect(fromPayload(main.remembered.get(id ?? '') ?? '')?.op).toMatchObject({
      intent: { content: 'Hi' },
      conversationId: 'conv_1',
    })
    await discardOp(db, { opId: id ?? '' })
    await expect.poll(() => main.remembered.size).toBe(0)
  })

  it('delays no command while main does not answer, and sends the newest state later', async () => {
    const answers: (() => void)[] = []
    const { rememberOps } = main
    main.rememberOps = async (input) => {
      await new Promise<void>((resolve) => answers.push(resolve))
      main.rememberOps = rememberOps
      return rememberOps.call(main, input)
    }
    start()
    await sendMessage(db, { conversationId: 'conv_1', content: 'one' })
    await sendMessage(db, { conversationId: 'conv_1', content: 'two' })
    expect(main.remembered.size).toBe(0)
    await expect.poll(() => answers.length).toBe(1)
    answers[0]?.()
    await expect.poll(() => main.remembered.size).toBe(2)
  })

  it('tries again after main could not store an op', async () => {
    const { rememberOps } = main
    main.rememberOps = async () => failed({ kind: 'refused', words: 'The disk is full.' })
    start()
    await sendMessage(db, { conversationId: 'conv_1', content: 'one' })
    await expect.poll(() => due.size).toBe(1)
    main.rememberOps = rememberOps
    for (const then of [...due]) {
      due.delete(then)
      then()
    }
    await expect.poll(() => main.remembered.size).toBe(1)
  })

  it('makes main forget an op of a failed call when it is gone by the next pass', async () => {
    const { rememberOps } = main
    await sendMessage(db, { conversationId: 'conv_1', content: 'one' })
    main.rememberOps = async (input) => {
      await rememberOps.call(main, input)
      return failed({ kind: 'interrupted', code: 'UNKNOWN' })
    }
    start()
    await expect.poll(() => due.size).toBe(1)
    expect(main.remembered.size).toBe(1)
    main.rememberOps = rememberOps
    await discardOp(db, { opId: [...main.remembered.keys()][0] ?? '' })
    await expect.poll(() => main.remembered.size).toBe(0)
  })

  it('sends an op again when its conversation gets a server id, and not for other changes', async () => {
    const [, opId] = await Promise.all([
      db.conversations.put({ ...aConversation(), activityAt: 1 }),
      db.outbox.add(anOp()).then(() => 'op_1'),
    ])
    start()
    await expect.poll(() => main.remembered.size).toBe(1)
    const rowOf = () => fromPayload(main.remembered.get(opId) ?? '')?.conversation
    let calls = 0
    const { rememberOps } = main
    main.rememberOps = (input) => {
      calls += 1
      return rememberOps.call(main, input)
    }
    await db.conversations.update('conv_1', { lastMessage: 'other words' })
    await db.conversations.update('conv_1', { serverId: 'conv_9' })
    await expect.poll(() => rowOf()?.serverId).toBe('conv_9')
    expect(calls).toBe(1)
    await db.conversations.delete('conv_1')
    await expect.poll(rowOf).toBeNull()
  })

  it('leaves no timer behind when it stops', async () => {
    main.rememberOps = async () => failed({ kind: 'refused', words: 'The disk is full.' })
    start()
    await sendMessage(db, { conversationId: 'conv_1', content: 'one' })
    await expect.poll(() => due.size).toBe(1)
    await mirror?.stop()
    expect(due.size).toBe(0)
  })
})
