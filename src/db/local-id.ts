import type { ConversationRow } from './rows.ts'

const LOCAL_ID = /^local-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function makeLocalId(): string {
  return `local-${crypto.randomUUID()}`
}

/** The id to use in requests, or null while the conversation does not exist on the server. */
export function serverIdOf(conversationId: string, row: Pick<ConversationRow, 'serverId'> | undefined): string | null {
  if (row?.serverId !== undefined) return row.serverId
  return LOCAL_ID.test(conversationId) ? null : conversationId
}
