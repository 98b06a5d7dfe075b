import type { SandboxAccount } from './account.ts'
import type { Clock } from './clock.ts'
import type { SandboxConversation } from './conversation.ts'
import type { Mutation } from './request-journal.ts'
import type { Random } from './random.ts'
import { answerText, unpromptedText } from './seed/customer-text.ts'
import { languageOf } from './seed/language.ts'
import { startNewcomer } from './seed/newcomer.ts'

/** The probability that a customer answers a message. Not every message needs an answer. */
const ANSWER_CHANCE = 0.65
/** Long enough to look like a real answer, and short enough to wait for. */
const ANSWER_DELAY_MS = { min: 6_000, max: 25_000 }
/** Rare enough that an inbox that is open for a day still looks realistic. */
const UNPROMPTED_DELAY_MS = { min: 60_000, max: 240_000 }
/** The share of unprompted messages that start a new conversation. */
const NEWCOMER_CHANCE = 0.3
/** Unprompted messages in existing conversations go to one of this many newest ones. */
const RECENT_CONVERSATIONS = 40

type CustomerParts = {
  readonly account: SandboxAccount
  readonly clock: Clock
  readonly random: Random
  readonly seed: number
}

/** Makes customers answer some messages and sometimes write unprompted. Returns a function that stops them. */
export function startCustomers(parts: CustomerParts): () => void {
  const { account, clock, random } = parts
  const pending = new Set<() => void>()
  const schedule = (delay: { readonly min: number; readonly max: number }, run: () => void): void => {
    const cancel = clock.after(random.integer(delay.min, delay.max), () => {
      pending.delete(cancel)
      run()
    })
    pending.add(cancel)
  }
  const stopListening = account.onChange((mutation) => {
    if (!wantsAnswer(mutation) || !random.chance(ANSWER_CHANCE)) return
    schedule(ANSWER_DELAY_MS, () => answer(parts, mutation.conversationId))
  })
  let newcomers = 0
  const writeUnprompted = (): void => {
    if (random.chance(NEWCOMER_CHANCE) || !writeAgain(parts)) startNewcomer(account, newcomers++, parts.seed)
    schedule(UNPROMPTED_DELAY_MS, writeUnprompted)
  }
  schedule(UNPROMPTED_DELAY_MS, writeUnprompted)
  return () => {
    stopListening()
    for (const cancel of pending) cancel()
    pending.clear()
  }
}

function wantsAnswer(mutation: Mutation): boolean {
  return mutation.kind === 'send' && mutation.sender === 'assistant'
}

/** Sends no answer in a call, and none when the customer has written in the meantime. */
function answer({ account, random }: CustomerParts, conversationId: string): void {
  const conversation = account.find(conversationId)
  if (!conversation || conversation.channel === 'voice' || lastSender(conversation) === 'customer') return
  account.send(conversation, 'customer', answerText(languageOf(conversation.language), random), null)
}

/** Sends an unprompted message in a recent conversation. False when no customer can write. */
function writeAgain({ account, random }: CustomerParts): boolean {
  const reachable = account
    .newest(RECENT_CONVERSATIONS)
    .filter(({ channel, status, thread }) => channel !== 'voice' && status === 'open' && thread.read().length > 0)
  if (reachable.length === 0) return false
  const conversation = random.pick(reachable)
  const language = languageOf(conversation.language)
  const text = lastSender(conversation) === 'customer' ? unpromptedText(language, random) : answerText(language, random)
  account.send(conversation, 'customer', text, null)
  return true
}

function lastSender(conversation: SandboxConversation): string | undefined {
  return conversation.thread.read().at(-1)?.sender
}
