import type { Page } from 'playwright-core'
import type { Attempt, Op, OpQuestion } from '../../src/db/op.ts'
import type { ConversationRow, ThreadRow } from '../../src/db/rows.ts'
import { putStoredRows, storedRows } from './stored-rows.ts'

type SampleOp = Partial<Op> & { readonly intent: Op['intent'] }

const LOST: Attempt = {
  begunAt: 1,
  endedAt: 2,
  baselineIds: [],
  clockOffsetMs: 0,
  outcome: 'ambiguous',
}
const say = (content: string): Op['intent'] => ({ kind: 'send', content, seenMessageId: null })

function asks(content: string, question: OpQuestion, fields: Partial<Op> = {}): SampleOp {
  return { intent: say(content), state: 'asking', question, attempts: [LOST], ...fields }
}

/** An op in every state and with every question, each in its own conversation; `addSampleOps` adds the ids of newer messages. */
export const SAMPLE_OPS: readonly SampleOp[] = [
  asks('Friday at two would suit us.', { why: 'stale', newIds: [] }, { attempts: [] }),
  asks('We open at nine tomorrow.', { why: 'old' }, { attempts: [] }),
  asks('ok', { why: 'cannot-verify', because: 'short-text' }),
  asks('Your invoice is attached.', { why: 'cannot-verify', because: 'rewritten' }),
  asks('Could you send us a photo of it?', { why: 'cannot-verify', because: 'uncovered' }),
  asks(
    'The parcel left today.',
    { why: 'cannot-verify', because: 'unreadable' },
    { failure: { kind: 'rejected', status: 404, words: 'Conversation not found' } },
  ),
  asks('See you on Monday, then.', { why: 'too-many-resends' }),
  asks('We have found your umbrella.', { why: 'absent' }),
  asks('Said under the old key.', { why: 'other-account' }, { attempts: [], workspaceId: 'another' }),
  {
    intent: say('This number is not reachable.'),
    state: 'failed',
    failure: { kind: 'rejected', status: 400, words: 'The number is not reachable by SMS' },
  },
  {
    intent: { kind: 'patch', tags: ['vip', 'call back'], customerName: 'A rather long customer name' },
    state: 'failed',
    failure: { kind: 'rejected', status: 422, words: 'Too many tags' },
  },
  { intent: { kind: 'close' }, state: 'asking', question: { why: 'absent' }, attempts: [LOST] },
  { intent: say('Still in its undo window.'), state: 'held', notBefore: 9_999_999_999_999 },
  { intent: say('Waits for the network.'), state: 'queued', failure: { kind: 'unreachable', code: 'ENOTFOUND' } },
  {
    intent: say('May have arrived.'),
    state: 'uncertain',
    attempts: [LOST],
    verify: { absentReads: 0, round: 0, readAt: null },
  },
]

/** Writes them all into the page's database. The thread of the first conversation must have been read before. */
export async function addSampleOps(page: Page): Promise<void> {
  const [thread] = await storedRows<ThreadRow>(page, 'threads')
  const rows = await storedRows<ConversationRow>(page, 'conversations')
  const newIds = (thread?.messages ?? []).slice(-2).map((message) => message.id)
  const others = rows.map((row) => row.id).filter((id) => id !== thread?.conversationId)
  const ids = [thread?.conversationId ?? '', ...others]
  const ops = SAMPLE_OPS.map((sample, index) => {
    const question = sample.question?.why === 'stale' ? { ...sample.question, newIds } : (sample.question ?? null)
    const defaults = { revision: 0, workspaceId: null, attempts: [], notBefore: 0, verify: null, failure: null }
    const times = { createdAt: Date.now() - index * 1_800_000, confirmed: null }
    const identity = { id: crypto.randomUUID(), conversationId: ids[index], question }
    return { ...defaults, ...times, ...sample, ...identity }
  })
  await putStoredRows(page, 'outbox', ops)
}
