/** What a person enters to get in. With `workspaceId` the key is meant for that workspace and no other, which it shows by a conversation of it. */
export type ConnectInput = {
  readonly apiKey: string
  readonly baseUrl: string
  readonly workspaceId?: string
  readonly knownConversationId?: string
}
