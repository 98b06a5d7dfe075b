/** What the system is asked to show. Words are text: main bounds them and takes out what a system would not show as text. */
export type NotificationInput = {
  readonly workspaceId: string
  /** The conversation that a click opens, and whose earlier notification this one replaces; null for a summary of several. */
  readonly conversationId: string | null
  readonly title: string
  readonly body: string
  readonly isSilent: boolean
}
