import type { Channel, Status } from '../../../src/shared/model.ts'

/**
 * The texts of one language. In each text `<a|b>` is a choice, and these placeholders have one value for a whole conversation: {first}
 * is the customer's first name, {staff} a colleague, and also {day}, {time} and {service}.
 */
export type Language = {
  readonly code: string
  /** How often customers use the language, relative to the others. */
  readonly weight: number
  readonly cultures: readonly Culture[]
  readonly days: readonly string[]
  readonly times: readonly string[]
  readonly services: readonly string[]
  readonly chats: readonly Story[]
  readonly emails: readonly Story[]
  readonly calls: readonly Story[]
  /** Customer messages that fit any last message of ours. */
  readonly answers: readonly string[]
  /** Customer messages that are not answers. */
  readonly nudges: readonly string[]
}

/** Names that match, separated by spaces. A name in another script is followed by a slash and its Latin spelling. */
type Culture = { readonly given: string; readonly family: string; readonly familyFirst?: boolean }

/**
 * A possible conversation. Each turn begins with its sender: `C: ` for the customer and `A: ` for the clinic. With `+` instead of the
 * colon, the message is a day later than the turn before it.
 */
export type Story = { readonly subject: string; readonly tags?: readonly string[]; readonly turns: readonly string[] }

/** A handwritten conversation. Its texts are templates, as in a story. */
export type Featured = {
  /** Age of its newest message in minutes, or of its start when it has no message. */
  readonly minutesAgo: number
  readonly channel: Channel
  /** The same phone number or e-mail address means the same customer. */
  readonly name?: string
  readonly first?: string
  readonly phone?: string
  readonly email?: string
  readonly language?: string
  readonly subject?: string
  /** Default: `open`. */
  readonly status?: Status
  readonly unread?: boolean
  readonly tags?: readonly string[]
  readonly turns: readonly string[]
  /** Minutes between two messages; random when undefined. */
  readonly gapMinutes?: number
  /** The documented ids, for the conversation of the vendor's examples. */
  readonly ids?: { readonly conversation: string; readonly customer: string; readonly messages: readonly string[] }
}
