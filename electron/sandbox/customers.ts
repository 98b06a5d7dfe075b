import type { SandboxAccount } from './account.ts'
import type { Clock } from './clock.ts'
import type { SandboxConversation } from './conversation.ts'
import type { Mutation } from './journal.ts'
import type { Random } from './random.ts'
import { answerText, nudgeText } from './seed/customer-text.ts'
import { languageOf } from './seed/language.ts'
import { startNewcomer } from './seed/newcomer.ts'

/** How likely a message of ours is answered. Not every message needs one. */
const ANSWER_CHANCE = 0.65
/** Long enough to be noticed as an answer, short enough to be waited for. */
const ANSWER_DELAY_MS = { least: 6_000, most: 25_000 }
/** Rare enough that an inbox left open for a day stays one that a person could have. */
const VISIT_DELAY_MS = { least: 60_000, most: 240_000 }
/** The share of messages out of the blue that begin a conversation of their own. */
const NEWCOMER_CHANCE = 0.3
/** Who writes again does so in one of the newest conversations. */
const RECENT = 40

type CustomerParts = {
  readonly account: SandboxAccount
  readonly clock: Clock
  readonly random: Random
  readonly seed: number
}

/** Customers answer now and then, and now and then one writes by themselves. Gives back the way to stop them. */
export function startCustomers(parts: CustomerParts): () => void {
  const { account, clock, random } = parts
  const pending = new Set<() => void>()
  const later = (delay: { readonly least: number; readonly most: number }, run: () => void): void => {
    const callOff = clock.after(random.integer(delay.least, delay.most), () => {
      pending.delete(callOff)
      run()
    })
    pending.add(callOff)
  }
  const stopListening = account.onChange((mutation) => {
    if (!wantsAnswer(mutation) || !random.chance(ANSWER_CHANCE)) return
    later(ANSWER_DELAY_MS, () => answer(parts, mutation.conversationId))
  })
  let newcomers = 0
  const visit = (): void => {
    if (random.chance(NEWCOMER_CHANCE) || !nudge(parts)) startNewcomer(account, newcomers++, parts.seed)
    later(VISIT_DELAY_MS, visit)
  }
  later(VISIT_DELAY_MS, visit)
  return () => {
    stopListening()
    for (const callOff of pending) callOff()
    pending.clear()
  }
}

function wantsAnswer(mutation: Mutation): boolean {
  return mutation.kind === 'send' && mutation.sender === 'assistant'
}

/** Nobody writes into a call, and nobody answers who has written again in the meantime. */
function answer({ account, random }: CustomerParts, conversationId: string): void {
  const conversation = account.find(conversationId)
  if (!conversation || conversation.channel === 'voice' || lastSender(conversation) === 'customer') return
  account.send(conversation, 'customer', answerText(languageOf(conversation.language), random), null)
}

/** False when there is nobody who could write again. */
function nudge({ account, random }: CustomerParts): boolean {
  const reachable = account
    .newest(RECENT)
    .filter(({ channel, status, thread }) => channel !== 'voice' && status === 'open' && thread.read().length > 0)
  if (reachable.length === 0) return false
  const conversation = random.pick(reachable)
  const language = languageOf(conversation.language)
  const text = lastSender(conversation) === 'customer' ? nudgeText(language, random) : answerText(language, random)
  account.send(conversation, 'customer', text, null)
  return true
}

function lastSender(conversation: SandboxConversation): string | undefined {
  return conversation.thread.read().at(-1)?.sender
}
