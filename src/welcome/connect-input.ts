/** What the user enters to connect. With `workspaceId` the key must belong to that workspace, proven by one of the known conversations. */
export type ConnectInput = {
  readonly apiKey: string
  readonly baseUrl: string
  readonly workspaceId?: string
  readonly knownConversationIds?: readonly string[]
}
