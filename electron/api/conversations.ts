import type { Bridge } from '../../src/shared/bridge.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import type { Conversation, ConversationDetail, ConversationPage, SentMessage } from '../../src/shared/model.ts'
import type { ApiAccount, ApiAnswer, Client, Request } from './client.ts'
import { readConversation, readDetail, readEnvelope, readRows, readSentMessage } from './wire.ts'
import { text } from '../strings/text.ts'

/** The input of a call, without the account. */
type Input<M extends keyof Bridge> = Omit<Parameters<Bridge[M]>[0], 'workspaceId' | 'isBackground'>

/** The six documented calls of the API, in the types of this app. */
export interface ConversationsApi {
  listConversations(account: ApiAccount, input: Input<'listConversations'>): Promise<Result<ConversationPage>>
  readConversation(account: ApiAccount, input: Input<'readConversation'>): Promise<Result<ConversationDetail>>
  createConversation(account: ApiAccount, input: Input<'createConversation'>): Promise<Result<Conversation>>
  sendMessage(account: ApiAccount, input: Input<'sendMessage'>): Promise<Result<SentMessage>>
  updateConversation(account: ApiAccount, input: Input<'updateConversation'>): Promise<Result<Conversation>>
  closeConversation(account: ApiAccount, input: Input<'closeConversation'>): Promise<Result<Conversation>>
}

export function makeConversationsApi(client: Client): ConversationsApi {
  return { ...makeReads(client), ...makeMutations(client) }
}

function makeReads(client: Client): Pick<ConversationsApi, 'listConversations' | 'readConversation'> {
  return {
    listConversations: (account, input) =>
      ask(client, account, { method: 'GET', path: listPath(input) }, (data, { serverAt }, now) => {
        const rows = readRows(data, now)
        return rows && { ...rows, serverAt }
      }),

    readConversation: (account, { conversationId }) =>
      withPath(conversationId, (path) =>
        ask(client, account, { method: 'GET', path }, (data, { serverAt }, now) => {
          const detail = readDetail(data, now)
          return detail && { ...detail, serverAt }
        }),
      ),
  }
}

function makeMutations(client: Client): Omit<ConversationsApi, 'listConversations' | 'readConversation'> {
  return {
    // Creates no message, so that an accidental duplicate is an empty conversation and not a second SMS.
    createConversation: (account, { opId, channel, customerPhone, customerEmail, customerName }) =>
      ask(
        client,
        account,
        {
          method: 'POST',
          path: '/conversations',
          opId,
          body: { channel, customer_phone: customerPhone, customer_email: customerEmail, customer_name: customerName },
        },
        toConversation,
      ),

    sendMessage: (account, { opId, conversationId, content }) =>
      withPath(conversationId, (path) =>
        ask(client, account, { method: 'POST', path: `${path}/messages`, opId, body: { content } }, (data, _, now) =>
          readSentMessage(data, now),
        ),
      ),

    updateConversation: (account, { opId, conversationId, status, customerName, tags }) =>
      withPath(conversationId, (path) =>
        ask(
          client,
          account,
          { method: 'PATCH', path, opId, body: { status, customer_name: customerName, tags } },
          toConversation,
        ),
      ),

    closeConversation: (account, { opId, conversationId }) =>
      withPath(conversationId, (path) =>
        ask(client, account, { method: 'POST', path: `${path}/close`, opId }, toConversation),
      ),
  }
}

function toConversation(data: unknown, _: ApiAnswer, now: number): Conversation | null {
  return readConversation(data, now)
}

/**
 * Sends a request and reads the response. A response without its required fields is `unreadable`, never a success. `now` is the
 * later of the two clocks: a device whose clock is years behind must not reject every correct time as a time in the future.
 */
async function ask<T>(
  client: Client,
  account: ApiAccount,
  request: Request,
  read: (data: unknown, answer: ApiAnswer, now: number) => T | null,
): Promise<Result<T>> {
  const result = await client(account, request)
  if (!result.ok) return result
  const { status, serverAt } = result.value
  const data = readEnvelope(result.value.body)
  if (data === undefined)
    return failed({ kind: 'unreadable', status, why: 'the response does not report success, or is empty' })
  const value = read(data, result.value, Math.max(Date.now(), serverAt ?? 0))
  return value === null
    ? failed({ kind: 'unreadable', status, why: 'the response has no id or no list' })
    : success(value)
}

function listPath({ limit, offset, channel, status, customerId }: Input<'listConversations'>): string {
  const query = new URLSearchParams({ limit: String(limit), offset: String(offset) })
  if (channel !== undefined) query.set('channel', channel)
  if (status !== undefined) query.set('status', status)
  if (customerId !== undefined) query.set('customer_id', customerId)
  return `/conversations?${query.toString()}`
}

async function withPath<T>(conversationId: string, call: (path: string) => Promise<Result<T>>): Promise<Result<T>> {
  const segment = pathSegment(conversationId)
  if (segment === null) return failed({ kind: 'refused', words: text('api.idNotInAddress') })
  return await call(`/conversations/${segment}`)
}

/** Null for ids that cannot be encoded: `.` and `..` change the path even as %2e, and half a surrogate pair has no UTF-8 bytes. */
function pathSegment(id: string): string | null {
  if (id === '' || id === '.' || id === '..' || /[\uD800-\uDFFF]/u.test(id)) return null
  return encodeURIComponent(id)
}
