/** What a person enters to get in. With `workspaceId` the key is meant for that workspace and no other, which it shows by one of its conversations. */
export type ConnectInput = {
  readonly apiKey: string
  readonly baseUrl: string
  readonly workspaceId?: string
  readonly knownConversationIds?: readonly string[]
}
