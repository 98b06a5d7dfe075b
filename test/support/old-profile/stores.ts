/** The tables of an earlier version, by that version, as Dexie writes them. Their rows were not sealed. */
export const OLD_STORES = {
  2: {
    conversations: 'id, &serverId, *customerKeys',
    threads: 'conversationId',
    outbox: '++seq, &id, conversationId',
    drafts: 'conversationId',
    snippets: 'id',
    notes: 'customerKey',
    claims: 'messageId, conversationId',
    seen: 'conversationId',
    meta: 'name',
  },
  3: {
    conversations: 'id, &serverId, *customerKeys',
    threads: 'conversationId',
    outbox: '++seq, &id, conversationId',
    drafts: 'conversationId',
    draftVersions: 'conversationId',
    snippets: 'id',
    notes: 'customerKey',
    claims: 'messageId, conversationId',
    seen: 'conversationId',
    flags: 'conversationId',
    journal: '++seq, stepId',
    meta: 'name',
  },
} as const

/** Rows by table. */
export type OldRows = Readonly<Record<string, readonly object[]>>

export type OldProfile = {
  readonly databases: readonly { readonly name: string; readonly version: 2 | 3; readonly rows: OldRows }[]
  readonly settings: Readonly<Record<string, string>>
}
