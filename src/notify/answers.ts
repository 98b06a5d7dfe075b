import { changeConversations } from '../commands/change.ts'
import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { readSpeakers, readNoticeFacts } from '../db/notices.ts'
import type { UndoStep } from '../db/undo-journal.ts'
import { messagesAfter, noteAnswer, readShownNotice } from '../db/shown-notices.ts'
import { replyToNotice, type NoticeReply } from '../outbox/notice-reply.ts'
import type { NotificationAnswer, NotificationBridge } from '../shared/notification.ts'
import { placeholdersIn } from '../snippets/placeholders.ts'
import type { Problem } from './answer-words.ts'

/** What became of an answer, as far as the user must hear of it or see it. */
export type AnswerOutcome =
  | { readonly kind: 'nothing' }
  /** The conversation has no news for the user any more. */
  | { readonly kind: 'replied'; readonly conversationId: string; readonly content: string }
  | { readonly kind: 'resolved'; readonly conversationId: string; readonly name: string; readonly undo: UndoStep }
  | { readonly kind: 'open'; readonly conversationId: string | null; readonly isForReply: boolean }
  | { readonly kind: 'problem'; readonly conversationId: string | null; readonly problem: Problem }

/**
 * Carries out what the user did in notifications, one after the other. An answer is ended only when it is stored: the main process returns it
 * until then. `report` tells the user and withdraws the notification.
 */
export function makeAnswers(parts: {
  readonly db: Database
  readonly bridge: Pick<NotificationBridge, 'takeNotificationAnswers' | 'endNotificationAnswer'>
  readonly workspaceId: string
  readonly report: (outcome: AnswerOutcome) => void
}): { readonly take: () => Promise<void> } {
  const { db, bridge, workspaceId, report } = parts
  let running: Promise<void> = Promise.resolve()

  async function takeAll(): Promise<void> {
    const waiting = await bridge.takeNotificationAnswers({ workspaceId })
    if (!waiting.ok) return
    for (const answer of waiting.value) {
      const outcome = await carryOut(db, answer).catch(() => null)
      if (outcome === null) report(notStored(answer))
      else {
        await bridge.endNotificationAnswer({ answerId: answer.answerId })
        report(outcome)
      }
    }
  }

  return {
    take() {
      running = running.then(takeAll)
      return running
    },
  }
}

async function carryOut(db: Database, answer: NotificationAnswer): Promise<AnswerOutcome> {
  if (answer.kind === 'reply') return reply(db, answer)
  const notice = await readShownNotice(db, answer.noticeId)
  if (answer.kind === 'open') return { kind: 'open', conversationId: notice?.conversationId ?? null, isForReply: false }
  return resolve(db, answer)
}

async function reply(db: Database, { noticeId, text, wasLocked }: NotificationAnswer): Promise<AnswerOutcome> {
  const refusal = wasLocked ? 'locked' : placeholdersIn(text).length > 0 ? 'open-placeholder' : null
  return outcomeOfReply(await replyToNotice(db, { noticeId, text, refusal }), text)
}

function outcomeOfReply(done: NoticeReply, content: string): AnswerOutcome {
  switch (done.kind) {
    case 'queued':
      return { kind: 'replied', conversationId: done.conversationId, content }
    case 'repeated':
      return { kind: 'nothing' }
    case 'empty':
      return { kind: 'open', conversationId: done.conversationId, isForReply: true }
    case 'unknown':
      return { kind: 'problem', conversationId: null, problem: 'unknown-reply' }
    case 'kept':
      return { kind: 'problem', conversationId: done.conversationId, problem: done.why }
  }
}

/** Like the command, so that it can be undone. A second report finds it noted or finds nothing left to change. */
async function resolve(db: Database, { noticeId, wasLocked }: NotificationAnswer): Promise<AnswerOutcome> {
  const notice = await readShownNotice(db, noticeId)
  if (notice === undefined) return { kind: 'problem', conversationId: null, problem: 'unknown-resolve' }
  const { conversationId } = notice
  if (notice.isResolved === true || wasLocked) return { kind: 'nothing' }
  const [facts] = await readNoticeFacts(db, [conversationId])
  if (facts?.exists !== true) return { kind: 'problem', conversationId: null, problem: 'gone-resolve' }
  const thread = await db.threads.get(conversationId)
  const isStale = messagesAfter(notice, thread?.messages ?? []).some(({ sender }) => sender === 'customer')
  if (isStale) return { kind: 'problem', conversationId, problem: 'newer-resolve' }
  const { undo } = await changeConversations(db, {
    field: 'status',
    conversationIds: [conversationId],
    valueFor: 'resolved',
  })
  await commit(db, [db.meta], () => noteAnswer(db, noticeId, { isResolved: true }))
  const speakers = await readSpeakers(db, [{ conversationId, text: '' }])
  const name = speakers.get(conversationId)?.name ?? ''
  return undo === null ? { kind: 'nothing' } : { kind: 'resolved', conversationId, name, undo }
}

function notStored({ kind }: NotificationAnswer): AnswerOutcome {
  return kind === 'reply' ? { kind: 'problem', conversationId: null, problem: 'not-saved' } : { kind: 'nothing' }
}
