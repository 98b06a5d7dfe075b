import { createThread } from '../../electron/sandbox/conversation.ts'
import type { SandboxAccount } from '../../electron/sandbox/account.ts'
import { invariant } from '../../src/shared/failure.ts'
import type { Deed } from './kill-judge.ts'
import type { Act } from './kill-moments.ts'
import type { Person } from './person.ts'

/** The user of one start and the customers who wrote just before it. No other test code writes in their conversations. */
export class CycleUser {
  readonly #cycle: number
  readonly #account: SandboxAccount
  readonly #deeds: Deed[]

  /** Every action is added to `deeds`. */
  constructor(cycle: number, account: SandboxAccount, deeds: Deed[]) {
    this.#cycle = cycle
    this.#account = account
    this.#deeds = deeds
  }

  /** A new conversation at the top of the list. */
  customerWrites(place: string): void {
    const id = this.#idOf(place)
    const at = Date.now()
    const content = this.#questionOf(place)
    this.#account.insert({
      id,
      customer: { id: `cust_${id}`, name: `Customer ${this.#cycle} ${place}` },
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
  async open(person: Person, place: string): Promise<void> {
    await person.open(this.#nameOf(place))
    await person.bubble(this.#questionOf(place)).waitFor()
  }

  /** The deeds of an act. Starting a conversation with a message is two deeds. */
  deedsOf(act: Act): readonly Deed[] {
    const number = this.#deeds.length + 1
    const conversation = act.does === 'begin' ? `+1202456${1_000 + number}` : this.#idOf(act.place)
    const content = `Answer ${number} of this round, in ${this.#cycle} ${act.place}`
    const say: Deed = { does: 'say', conversation, content, isSeen: false }
    const deeds: readonly Deed[] =
      act.does === 'say'
        ? [say]
        : act.does === 'begin'
          ? [{ does: 'begin', conversation, isSeen: false }, say]
          : [{ does: act.does, conversation, isSeen: false }]
    this.#deeds.push(...deeds)
    return deeds
  }

  /** Performs the act and waits until the screen confirms it. From then on it must not be lost. */
  async perform(person: Person, act: Act, deeds: readonly Deed[]): Promise<void> {
    await this.begin(person, act, deeds)
    if (act.does === 'say') await person.bubble(contentOf(deeds)).waitFor()
    if (act.does === 'resolve' || act.does === 'close')
      await person.row(this.#nameOf(act.place)).waitFor({ state: 'detached' })
    for (const deed of deeds) deed.isSeen = true
  }

  /** Performs the act up to the last key. */
  async begin(person: Person, act: Act, deeds: readonly Deed[]): Promise<void> {
    if (act.does === 'begin') return person.begin(deeds[0]?.conversation ?? '', contentOf(deeds))
    await this.open(person, act.place)
    if (act.does !== 'say') return person.press(act.does === 'resolve' ? 'e' : '#')
    await person.press('r')
    await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
    await person.page.keyboard.type(contentOf(deeds))
    await person.page.keyboard.press('Control+Enter')
  }

  #idOf(place: string): string {
    return `conv_kill_${this.#cycle}_${place}`
  }

  #nameOf(place: string): RegExp {
    return new RegExp(`^Customer ${this.#cycle} ${place},`)
  }

  #questionOf(place: string): string {
    return `When can I come, asks ${this.#cycle} ${place}?`
  }
}

export function contentOf(deeds: readonly Deed[]): string {
  const send = deeds.find((deed) => deed.does === 'say')
  invariant(send !== undefined, 'one of the deeds sends a message')
  return send.content
}
