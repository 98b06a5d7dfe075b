import { SandboxAccount } from '../../../electron/sandbox/account.ts'
import { type Behaviour, createBehaviour } from '../../../electron/sandbox/behaviour.ts'
import { Faults } from '../../../electron/sandbox/faults.ts'
import { RequestJournal } from '../../../electron/sandbox/request-journal.ts'
import { createRoutes } from '../../../electron/sandbox/routes.ts'
import { seedConversations } from '../../../electron/sandbox/seed/seed-conversations.ts'
import { createManualClock } from './manual-clock.ts'

const KEY = 'sk_test_demo'

/** The fields that tests read from a response. A test reads only fields that the response has. */
export type Row = {
  readonly id: string
  readonly message_id: string
  readonly conversation_id: string
  readonly customer_name?: string
  readonly tags: readonly string[]
  readonly timestamp: string
  readonly closed_at: string
  readonly messages: readonly { readonly id: string; readonly content: string; readonly timestamp: string }[]
  readonly [field: string]: unknown
}

export type Answered<Data> = {
  readonly status: number
  readonly headers: Headers
  readonly body: { readonly success: boolean; readonly error?: string; readonly data: Data }
}

/** The API without a socket, with a small account and a manual clock. */
export function createSandboxApp({ conversations = 40, seed = 1, behaviour = {} as Partial<Behaviour> } = {}) {
  const clock = createManualClock()
  const parts = {
    behaviour: createBehaviour(behaviour),
    keys: new Set([KEY]),
    journal: new RequestJournal(),
    faults: new Faults(),
    clock,
    showJournal: true,
  }
  const account = new SandboxAccount({ clock, behaviour: parts.behaviour, seed })
  for (const conversation of seedConversations({ count: conversations, seed, now: clock.now() }))
    account.insert(conversation)
  account.onChange((mutation) => parts.journal.changed(mutation))
  const app = createRoutes({ ...parts, account })

  /** Sends a string body unchanged and any other body as JSON. */
  async function call<Data = Row>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered<Data>> {
    const response = await app.request(path, {
      method,
      headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return {
      status: response.status,
      headers: response.headers,
      body: JSON.parse(await response.text()) as Answered<Data>['body'],
    }
  }

  return { ...parts, account, app, call }
}
