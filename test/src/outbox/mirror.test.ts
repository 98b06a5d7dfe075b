import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import type { OpState } from '../../../src/db/op.ts'
import { discardOp, sendMessage } from '../../../src/outbox/commands.ts'
import { differenceOf, startMirror } from '../../../src/outbox/mirror.ts'
import { fromPayload, type Remembered } from '../../../src/outbox/remembered.ts'
import { failed } from '../../../src/shared/failure.ts'
import { aDatabase, anOp } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

const ROW = { id: 'conv_1', activityAt: 1 }

describe('what main has to be told', () => {
  it('is what is new, what has changed and what is gone', () => {
    const [a, b] = [anOp({ id: 'a' }), anOp({ id: 'b' })]
    const first = differenceOf(new Map([['old', '']]), [
      { op: a, conversation: null },
      { op: b, conversation: null },
    ])
    expect([first.remember.map((one) => one.opId), first.forget]).toEqual([['a', 'b'], ['old']])
    const second = differenceOf(first.given, [{ op: { ...a, state: 'sending' }, conversation: null }])
    expect([second.remember.map((one) => one.opId), second.forget]).toEqual([['a'], ['b']])
  })

  it('is not that the conversation was read again, but that the server has made it', () => {
    const op = anOp()
    const { given } = differenceOf(new Map(), [{ op, conversation: ROW }])
    expect(differenceOf(given, [{ op, conversation: { ...ROW, activityAt: 2, lastMessage: 'x' } }]).remember).toEqual(
      [],
    )
    expect(differenceOf(given, [{ op, conversation: { ...ROW, serverId: 'c9' } }]).remember).toHaveLength(1)
  })

  it('brings main to the same, whatever happened in between', () => {
    const states = fc.constantFrom<OpState>('queued', 'sending', 'uncertain')
    const outbox = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), states, { noNullPrototype: true })
    fc.assert(
      fc.property(fc.array(outbox, { minLength: 1 }), (stories) => {
        const main = new Map<string, string>()
        let given: ReadonlyMap<string, string> = new Map()
        for (const story of stories) {
          const current: Remembered[] = Object.entries(story).map(([id, state]) => ({
            op: anOp({ id, state }),
            conversation: null,
          }))
          const { remember, forget, given: next } = differenceOf(given, current)
          for (const { opId, payload } of remember) main.set(opId, payload)
          for (const opId of forget) main.delete(opId)
          given = next
          const held = [...main.values()].map((payload) => fromPayload(payload)?.op)
          expect(Object.fromEntries(held.map((op) => [op?.id, op?.state]))).toEqual({ ...story })
        }
      }),
    )
  })
})

describe('the mirror', () => {
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
      ...{ db, bridge: main, workspaceId: 'w', rememberedIds },
      after(_, then) {
        due.add(then)
        return () => due.delete(then)
      },
    })
  }

  it('follows the outbox, and drops what main has of an earlier run', async () => {
    main.remembered.set('gone', '{}')
    start(['gone'])
    await sendMessage(db, { conversationId: 'conv_1', content: 'Hi' })
    await expect.poll(() => main.remembered.has('gone')).toBe(false)
    expect(main.remembered.size).toBe(1)
    const [id] = [...main.remembered.keys()]
    expect(fromPayload(main.remembered.get(id ?? '') ?? '')?.op).toMatchObject({
      intent: { content: 'Hi' },
      conversationId: 'conv_1',
    })
    await discardOp(db, { opId: id ?? '' })
    await expect.poll(() => main.remembered.size).toBe(0)
  })

  it('holds up no command while main does not answer, and tells the newest state when it does', async () => {
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

  it('tries again after main could not keep something, and loses nothing by it', async () => {
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

  it('leaves no timer behind when it stops', async () => {
    main.rememberOps = async () => failed({ kind: 'refused', words: 'The disk is full.' })
    start()
    await sendMessage(db, { conversationId: 'conv_1', content: 'one' })
    await expect.poll(() => due.size).toBe(1)
    await mirror?.stop()
    expect(due.size).toBe(0)
  })
})
