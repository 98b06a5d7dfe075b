import { createThread } from '../../electron/sandbox/conversation.ts'
import type { SandboxAccount } from '../../electron/sandbox/account.ts'
import { invariant } from '../../src/shared/failure.ts'
import type { ExpectedChange } from './kill-judge.ts'
import type { UserAction } from './kill-moments.ts'
import type { Person } from './person.ts'

/** The user of one start and the customers who wrote just before it. No other test code writes in their conversations. */
export class KillUser {
  readonly #cycle: number
  readonly #account: SandboxAccount
  readonly #changes: ExpectedChange[]

  /** Every action is added to `changes`. */
  constructor(cycle: number, account: SandboxAccount, changes: ExpectedChange[]) {
    this.#cycle = cycle
    this.#account = account
    this.#changes = changes
  }

  /** A new conversation at the top of the list. */
  customerWrites(slot: string): void {
    const id = this.#idOf(slot)
    const at = Date.now()
    const content = this.#questionOf(slot)
    this.#account.insert({
      id,
      customer: { id: `cust_${id}`, name: `Customer ${this.#cycle} ${slot}` },
      channel: 'sms',
      startedAt: at,
      thread: createThread(() => [{ id: `msg_${id}`, sender: 'customer', content, at }]),
      language: 'en',
      status: 'open',
      activityAt: at,
      unread: true,
      tags: [],
    })
  }

  /** Opens a conversation of this cycle, identified by its customer's message. */
  async open(person: Person, slot: string): Promise<void> {
    await person.open(this.#nameOf(slot))
    await person.bubble(this.#questionOf(slot)).waitFor()
  }

  /** The changes of an action. Starting a conversation with a message is two changes. */
  changesOf(action: UserAction): readonly ExpectedChange[] {
    const number = this.#changes.length + 1
    const conversation = action.kind === 'create' ? `+1202456${1_000 + number}` : this.#idOf(action.slot)
    const content = `Answer ${number} of this round, in ${this.#cycle} ${action.slot}`
    const send: ExpectedChange = { kind: 'send', conversation, content, isConfirmed: false }
    const changes: readonly ExpectedChange[] =
      action.kind === 'send'
        ? [send]
        : action.kind === 'create'
          ? [{ kind: 'create', conversation, isConfirmed: false }, send]
          : [{ kind: action.kind, conversation, isConfirmed: false }]
    this.#changes.push(...changes)
    return changes
  }

  /** Performs the action and waits until the screen confirms it. From then on it must not be lost. */
  async perform(person: Person, action: UserAction, changes: readonly ExpectedChange[]): Promise<void> {
    await this.beginAction(person, action, changes)
    if (action.kind === 'send') await person.bubble(contentOf(changes)).waitFor()
    if (action.kind === 'resolve' || action.kind === 'close')
      await person.row(this.#nameOf(action.slot)).waitFor({ state: 'detached' })
    for (const change of changes) change.isConfirmed = true
  }

  /** Performs the action up to the last key. */
  async beginAction(person: Person, action: UserAction, changes: readonly ExpectedChange[]): Promise<void> {
    if (action.kind === 'create') return person.startConversation(changes[0]?.conversation ?? '', contentOf(changes))
    await this.open(person, action.slot)
    if (action.kind !== 'send') return person.press(action.kind === 'resolve' ? 'e' : '#')
    await person.press('r')
    await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
    await person.page.keyboard.type(contentOf(changes))
    await person.page.keyboard.press('Control+Enter')
  }

  #idOf(slot: string): string {
    return `conv_kill_${this.#cycle}_${slot}`
  }

  #nameOf(slot: string): RegExp {
    return new RegExp(`^Customer ${this.#cycle} ${slot},`)
  }

  #questionOf(slot: string): string {
    return `When can I come, asks ${this.#cycle} ${slot}?`
  }
}

export function contentOf(changes: readonly ExpectedChange[]): string {
  const message = changes.find((change) => change.kind === 'send')
  invariant(message !== undefined, 'one of the changes is a message')
  return message.content
}
