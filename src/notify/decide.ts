import type { NotificationSettings } from './settings.ts'
import { type Notice, singleNotice, summaryNotice } from './notice.ts'

/** Whether to call the person, as pure decisions over what sync found and what already stands on the desk. */

/** New words of a customer's. */
export type NewMessage = {
  readonly conversationId: string
  readonly words: string
  /** Epoch ms when they were said. */
  readonly at: number
}

/** What the database says of them. */
export type SenderFacts = {
  /** The customer's. */
  readonly name: string
  /** This device said these very words. */
  readonly isOurs: boolean
}

/** What was raised and has not been seen. */
export type ShownNotifications = {
  /** By conversation: its words, when they were said and when the person was called, epoch ms. */
  readonly told: ReadonlyMap<string, { readonly words: string; readonly saidAt: number; readonly raisedAt: number }>
  /** Those of them that the summary speaks of; the others have a notification of their own. */
  readonly folded: ReadonlySet<string>
}

export const NO_NOTIFICATIONS: ShownNotifications = { told: new Map(), folded: new Set() }

export type Decision = {
  readonly show: readonly Notice[]
  /** Ids of conversations; null for the summary. */
  readonly withdraw: readonly (string | null)[]
  readonly standing: ShownNotifications
}

/** Words older than this, ms, call nobody: a weekend is news on Monday, a holiday is what the list is for. Three days also bear a server’s clock that is a day late. */
export const OLDEST_MS = 72 * 3_600_000
/** What comes within this time, ms, came at once. */
export const BURST_MS = 60_000
/** So many at once can be told apart at a glance; more are one summary. */
export const MAX_AT_ONCE = 3

export type UserFocus = {
  /** The conversation in front of the person: its thread is on screen and the window has the focus. Null for none. */
  readonly onScreenId: string | null
  /** True while the list is read for the first time: everything would be news. */
  readonly isFirstSync: boolean
}

export function decideFound(input: {
  readonly standing: ShownNotifications
  readonly found: readonly NewMessage[]
  readonly known: ReadonlyMap<string, SenderFacts>
  readonly looking: UserFocus
  readonly settings: NotificationSettings
  readonly now: number
}): Decision {
  const { standing, settings, now } = input
  const fresh = freshOf(input)
  if (fresh.length === 0) return { show: [], withdraw: [], standing }
  const isRecent = (raisedAt: number): boolean => now - raisedAt < BURST_MS
  const recent = [...standing.told].filter(([, { raisedAt }]) => isRecent(raisedAt)).map(([id]) => id)
  const together = new Set([...recent, ...fresh.map(idOf)])
  const told = new Map(standing.told)
  for (const { conversationId, words, at } of fresh) told.set(conversationId, { words, saidAt: at, raisedAt: now })
  if (together.size > MAX_AT_ONCE) {
    const folded = new Set([...standing.folded, ...together])
    const withdraw = [...together].filter((id) => standing.told.has(id) && !standing.folded.has(id))
    return { show: [summaryNotice(folded.size, settings)], withdraw, standing: { told, folded } }
  }
  const show = fresh.map((one) => singleNotice(one, input.known.get(one.conversationId)?.name ?? '', settings))
  return withoutFolded({ show, withdraw: [], standing: { ...standing, told } }, new Set(fresh.map(idOf)))
}

/** Takes conversations out of the summary; one that speaks of nobody is withdrawn. */
function withoutFolded(decision: Decision, ids: ReadonlySet<string>): Decision {
  const { withdraw, standing } = decision
  const folded = new Set([...standing.folded].filter((id) => !ids.has(id)))
  const isOver = standing.folded.size > 0 && folded.size === 0
  return { ...decision, withdraw: isOver ? [...withdraw, null] : withdraw, standing: { ...standing, folded } }
}

function idOf({ conversationId }: NewMessage): string {
  return conversationId
}

/** The newest words of each conversation that are worth a call. */
function freshOf(input: Parameters<typeof decideFound>[0]): readonly NewMessage[] {
  const { standing, known, looking, settings, now } = input
  if (!settings.isOn || looking.isFirstSync) return []
  const newest = new Map<string, NewMessage>()
  for (const one of input.found) {
    if (one.at >= (newest.get(one.conversationId)?.at ?? -Infinity)) newest.set(one.conversationId, one)
  }
  return [...newest.values()].filter(
    (one) =>
      one.conversationId !== looking.onScreenId &&
      now - one.at <= OLDEST_MS &&
      known.get(one.conversationId)?.isOurs !== true &&
      isNewer(one, standing.told.get(one.conversationId)),
  )
}

/** A server's time may be of whole seconds: of two messages in one, other words are the newer ones. */
function isNewer(
  { words, at }: NewMessage,
  told: { readonly words: string; readonly saidAt: number } | undefined,
): boolean {
  if (told === undefined || at > told.saidAt) return true
  return at === told.saidAt && words !== told.words
}

/** The person has the conversation in front of them: nothing more need be said of it. */
export function decideSeen(standing: ShownNotifications, conversationId: string): Decision {
  if (!standing.told.has(conversationId)) return { show: [], withdraw: [], standing }
  const told = new Map(standing.told)
  told.delete(conversationId)
  const withdraw = standing.folded.has(conversationId) ? [] : [conversationId]
  return withoutFolded({ show: [], withdraw, standing: { ...standing, told } }, new Set([conversationId]))
}

/** Another workspace is opened, or none: what stands would lead nowhere. */
export function decideEnd(standing: ShownNotifications): Decision {
  const singles = [...standing.told.keys()].filter((id) => !standing.folded.has(id))
  return {
    show: [],
    withdraw: standing.folded.size > 0 ? [...singles, null] : singles,
    standing: NO_NOTIFICATIONS,
  }
}
