import { arabic } from './languages/arabic.ts'
import { english } from './languages/english.ts'
import { french } from './languages/french.ts'
import { german } from './languages/german.ts'
import { hebrew } from './languages/hebrew.ts'
import { hindi } from './languages/hindi.ts'
import { japanese } from './languages/japanese.ts'
import { polish } from './languages/polish.ts'
import { portuguese } from './languages/portuguese.ts'
import { spanish } from './languages/spanish.ts'

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

export const LANGUAGES: readonly Language[] = [
  english,
  spanish,
  french,
  german,
  portuguese,
  polish,
  arabic,
  hebrew,
  japanese,
  hindi,
]

export function languageOf(code: string): Language {
  return LANGUAGES.find((language) => language.code === code) ?? english
}
