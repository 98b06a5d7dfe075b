/** A notification to show. Main limits the length of the texts and removes characters that a system would not show as text. */
export type NotificationInput = {
  readonly workspaceId: string
  /** The conversation that a click opens. A new notification replaces its earlier one. Null for a summary of several. */
  readonly conversationId: string | null
  readonly title: string
  readonly body: string
  readonly isSilent: boolean
}
