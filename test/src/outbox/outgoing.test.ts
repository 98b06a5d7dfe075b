import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { editOp } from '../../../src/outbox/intents.ts'
import { sendAndFinish, sendMessage } from '../../../src/outbox/send.ts'
import { saveDraft } from '../../../src/outbox/drafts.ts'
import { MAX_MESSAGE_LENGTH } from '../../../src/shared/text/outgoing-text.ts'
import { aDatabase } from '../../support/builders.ts'

let db: Database
beforeEach(() => {
  db = aDatabase()
})

const REFUSED: readonly [string, string, string][] = [
  ['nothing', '', 'nothing-to-see'],
  ['white space', ' \n\t', 'nothing-to-see'],
  ['blank Braille', '\u2800', 'nothing-to-see'],
  ['a Hangul filler', '\u3164', 'nothing-to-see'],
  ['a direction mark', '\u200e', 'nothing-to-see'],
  ['a text over the limit', 'x'.repeat(MAX_MESSAGE_LENGTH + 1), 'too-long'],
]

async function kinds(): Promise<readonly string[]> {
  return (await db.outbox.orderBy('seq').toArray()).map((op) => op.intent.kind)
}

describe('an outgoing text', () => {
  it.each(REFUSED)('is refused, and the draft stays, when it is %s', async (_name, content, problem) => {
    await saveDraft(db, { conversationId: 'conv_1', text: 'begun', caret: 5 })
    expect(await sendMessage(db, { conversationId: 'conv_1', content })).toBe(problem)
    expect(await sendAndFinish(db, { conversationId: 'conv_1', content }, 'resolved')).toEqual({
      problem,
      step: null,
    })
    expect(await kinds()).toEqual([])
    expect(await db.drafts.get('conv_1')).toMatchObject({ text: 'begun' })
  })

  it('is queued in NFC, with LF and without invisible characters', async () => {
    const content = 'Cafe\u0301\r\nopen\u00ad now \ud83e'
    expect(await sendMessage(db, { conversationId: 'conv_1', content })).toBeNull()
    const op = await db.outbox.toCollection().first()
    expect(op?.intent).toMatchObject({ kind: 'send', content: 'Café\nopen now \ufffd' })
  })

  it('returns to the composer as queued, with the caret inside it', async () => {
    const content = 'Cafe\u0301 '.repeat(3)
    await sendMessage(db, { conversationId: 'conv_1', content, caret: content.length })
    const op = await db.outbox.toCollection().first()
    await editOp(db, { opId: op?.id ?? '' })
    expect(await db.drafts.get('conv_1')).toMatchObject({ text: 'Café '.repeat(3), caret: 15 })
  })

  it('is queued before the status change of sendAndFinish', async () => {
    expect(await sendAndFinish(db, { conversationId: 'conv_1', content: 'Done' }, 'resolved')).toMatchObject({
      problem: null,
    })
    expect(await kinds()).toEqual(['send', 'patch'])
  })
})
