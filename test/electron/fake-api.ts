import type { ApiAccount } from '../../electron/api/client.ts'
import type { ConversationsApi } from '../../electron/api/conversations.ts'
import { type Failure, failed, type Result, success } from '../../src/shared/failure.ts'

/** A fake server behind the six calls. It knows keys, each with the ids of its conversations. */
export class FakeApi implements ConversationsApi {
  readonly keys: Record<string, readonly string[]>
  /** The calls with their keys, in order. */
  readonly calls: { readonly method: keyof ConversationsApi; readonly account: ApiAccount; readonly input: unknown }[] =
    []
  /** When set, every call fails with it. */
  outage: Failure | null = null

  constructor(keys: Record<string, readonly string[]>) {
    this.keys = keys
  }

  listConversations: ConversationsApi['listConversations'] = (account, input) =>
    this.#answer('listConversations', account, input, (ids) =>
      success({ conversations: ids.map((id) => ({ id })), serverAt: null }),
    )

  readConversation: ConversationsApi['readConversation'] = (account, input) =>
    this.#answer('readConversation', account, input, (ids) =>
      ids.includes(input.conversationId)
        ? success({ conversation: { id: input.conversationId }, messages: [], serverAt: null })
        : failed({ kind: 'rejected', status: 404, words: 'Conversation not found' }),
    )

  createConversation: ConversationsApi['createConversation'] = (account, input) =>
    this.#answer('createConversation', account, input, () => success({ id: 'made' }))

  sendMessage: ConversationsApi['sendMessage'] = (account, input) =>
    this.#answer('sendMessage', account, input, () => success({ messageId: 'sent' }))

  updateConversation: ConversationsApi['updateConversation'] = (account, input) =>
    this.#answer('updateConversation', account, input, () => success({ id: input.conversationId }))

  closeConversation: ConversationsApi['closeConversation'] = (account, input) =>
    this.#answer('closeConversation', account, input, () => success({ id: input.conversationId }))

  async #answer<T>(
    method: keyof ConversationsApi,
    account: ApiAccount,
    input: unknown,
    read: (ids: readonly string[]) => Result<T>,
  ): Promise<Result<T>> {
    this.calls.push({ method, account, input })
    if (this.outage !== null) return failed(this.outage)
    const ids = this.keys[account.apiKey]
    return ids === undefined ? failed({ kind: 'unauthorized', status: 401, words: 'Invalid API key' }) : read(ids)
  }
}
