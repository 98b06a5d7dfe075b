import type { Result } from './failure.ts'

/** A notification to show. Main limits the length of the texts and removes characters that a system would not show as text. */
export type NotificationInput = {
  readonly workspaceId: string
  /** The conversation that a click opens. A new notification replaces its earlier one. Null for a summary of several. */
  readonly conversationId: string | null
  readonly title: string
  readonly body: string
  readonly isSilent: boolean
  /** What the user can do in the notification, where the system has it. Absent: nothing but a click. */
  readonly answers?: AnswersOffered
}

export type AnswersOffered = {
  /** Made by `makeNoticeId`. One notification has one id, and one answer of each kind counts, however often the system reports it. */
  readonly noticeId: string
  readonly canReply: boolean
  readonly canResolve: boolean
}

/** What the user did in a notification. `open`: a click on a notification of an earlier start, whose conversation only the page knows. */
export type NotificationAnswer = {
  readonly answerId: string
  readonly noticeId: string
  readonly kind: 'reply' | 'resolve' | 'open'
  /** The reply as typed; empty for the other kinds. At most MAX_REPLY_UNITS. */
  readonly text: string
  /** It came while the app was locked, or in an earlier start. Nothing is sent then; the page keeps the text as a draft. */
  readonly wasLocked: boolean
}

/** UTF-16 units. A longer reply is cut. It is far above what can be sent, so that nothing that fits is lost. */
export const MAX_REPLY_UNITS = 1_000_000

/** What the system did with a test notification. `silence`: it said nothing in time. */
export type TestOutcome = 'shown' | 'refused' | 'unsupported' | 'silence'

export type NotificationAbilities = {
  readonly system: 'macos' | 'windows' | 'linux'
  readonly isSupported: boolean
  /** The system refused the last notification. */
  readonly isRefused: boolean
  /** A notification can take a reply. Elsewhere a click opens the conversation with the reply field focused. */
  readonly canAnswer: boolean
}

export interface NotificationBridge {
  /** False when this system does not support notifications. */
  showNotification(input: NotificationInput): Promise<Result<boolean>>
  /** Removes the notification if it is still shown. */
  withdrawNotification(input: {
    readonly workspaceId: string
    readonly conversationId: string | null
  }): Promise<Result<null>>
  /** Shows a notification and waits for a few seconds for what the system says. */
  testNotification(input: NotificationInput): Promise<Result<TestOutcome>>
  readNotificationAbilities(input: Record<string, never>): Promise<Result<NotificationAbilities>>
  /** The answers of a workspace that were not ended yet, oldest first. The event `onNotificationAnswer` says that there are some. */
  takeNotificationAnswers(input: { readonly workspaceId: string }): Promise<Result<readonly NotificationAnswer[]>>
  /** The page has stored what the answer asks for. Until then each `takeNotificationAnswers` returns it again. */
  endNotificationAnswer(input: { readonly answerId: string }): Promise<Result<null>>
}

/** A new notification id. It names its workspace, because on some systems a notification outlives the app. */
export function makeNoticeId(workspaceId: string, uuid: string): string {
  return `${uuid}@${workspaceId}`
}

/** Null for an id that this app did not make. */
export function workspaceOfNotice(noticeId: string): string | null {
  return /^[\w-]{1,64}@(.+)$/s.exec(noticeId)?.[1] ?? null
}

/** The id of the op that a notification's reply becomes: the same for each report of the same reply. */
export function opIdOfNotice(noticeId: string): string {
  return noticeId.slice(0, noticeId.indexOf('@'))
}
