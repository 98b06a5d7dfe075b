import type { Channel, Status } from '../../../src/shared/model.ts'

/**
 * What people say in one language. In all of its texts `<a|b>` stands for one of the two, and these words in braces are
 * filled in, each the same throughout a conversation: {first} the customer's first name, {staff} a colleague, {day}, {time}, {service}.
 */
export type Language = {
  readonly code: string
  /** How often it is met, beside the others. */
  readonly weight: number
  readonly cultures: readonly Culture[]
  readonly days: readonly string[]
  readonly times: readonly string[]
  readonly services: readonly string[]
  readonly chats: readonly Story[]
  readonly emails: readonly Story[]
  readonly calls: readonly Story[]
  /** What a customer may say to whatever we said last. */
  readonly answers: readonly string[]
  /** What a customer may say out of the blue, in a conversation they began. */
  readonly nudges: readonly string[]
}

/** Names that go together, apart by spaces. A name in another script has its Latin spelling behind a slash. */
type Culture = { readonly given: string; readonly family: string; readonly familyFirst?: boolean }

/**
 * A conversation that could have happened. Each turn begins with who speaks: `C: ` the customer, `A: ` the clinic; with `+` in place of
 * the colon it was said a day after the turn before it.
 */
export type Story = { readonly subject: string; readonly tags?: readonly string[]; readonly turns: readonly string[] }

/** A conversation written by hand. Its texts are filled in as a story's are. */
export type Featured = {
  /** Minutes before now of its newest message, or of its start while it has none. */
  readonly minutesAgo: number
  readonly channel: Channel
  /** Who: the same telephone number or mail address is the same customer. */
  readonly name?: string
  readonly first?: string
  readonly phone?: string
  readonly email?: string
  readonly language?: string
  readonly subject?: string
  /** `open` when left out. */
  readonly status?: Status
  readonly unread?: boolean
  readonly tags?: readonly string[]
  readonly turns: readonly string[]
  /** Between one message and the next, where it is not to be drawn. */
  readonly gapMinutes?: number
  /** The ids of the vendor's document, for its own conversation. */
  readonly ids?: { readonly conversation: string; readonly customer: string; readonly messages: readonly string[] }
}
