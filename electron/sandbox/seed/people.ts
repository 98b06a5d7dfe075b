import { invariant } from '../../../src/shared/failure.ts'
import type { Channel } from '../../../src/shared/model.ts'
import type { SandboxCustomer } from '../conversation.ts'
import { createRandom, makeId, pickWeighted, type Random, seedOf } from '../random.ts'
import { LANGUAGES } from './language.ts'
import type { Language } from './story.ts'

/** Domains that are reserved for examples. */
const MAIL_DOMAINS = ['example.com', 'example.org', 'example.net', 'mail.example', 'inbox.example', 'post.example']
/** The area codes of the customers. The 555 numbers of these areas are fictional. */
const AREA_CODES = [
  '416',
  '647',
  '437',
  '905',
  '289',
  '365',
  '226',
  '519',
  '613',
  '705',
  '343',
  '548',
  '249',
  '807',
  '438',
  '514',
  '450',
  '579',
  '819',
  '873',
]
/** The first two hundred numbers are for the handwritten conversations. */
const FIRST_NUMBER = 200
const NUMBERS_PER_AREA = 9_800

export type Person = {
  readonly customer: SandboxCustomer
  /** The name in messages; null when it is unknown. */
  readonly first: string | null
  readonly language: Language
  /** The channels that the customer uses. */
  readonly channels: readonly Channel[]
}

/** The contact details that the clinic has. */
type Reach = {
  readonly weight: number
  readonly phone: boolean
  readonly email: boolean
  readonly channels: readonly Channel[]
}

const SOCIAL: readonly Channel[] = ['instagram', 'facebook']
const BY_PHONE: readonly Channel[] = ['sms', 'whatsapp', 'voice']
const REACHES: readonly Reach[] = [
  { weight: 12, phone: false, email: false, channels: SOCIAL },
  { weight: 28, phone: true, email: false, channels: BY_PHONE },
  { weight: 14, phone: false, email: true, channels: ['email'] },
  { weight: 46, phone: true, email: true, channels: [...BY_PHONE, ...SOCIAL, 'email'] },
]

const CHANNEL_WEIGHTS: readonly { readonly channel: Channel; readonly weight: number }[] = [
  { channel: 'sms', weight: 30 },
  { channel: 'whatsapp', weight: 22 },
  { channel: 'email', weight: 22 },
  { channel: 'instagram', weight: 9 },
  { channel: 'facebook', weight: 8 },
  { channel: 'voice', weight: 9 },
]

/** The customers of an account. The same index gives the same person, and each e-mail address is unique. */
export class People {
  readonly #seed: number
  readonly #known = new Map<number, Person>()
  readonly #mailAddresses: Set<string>

  constructor(seed: number, takenMailAddresses: readonly string[]) {
    this.#seed = seed
    this.#mailAddresses = new Set(takenMailAddresses)
  }

  person(index: number): Person {
    const known = this.#known.get(index)
    if (known) return known
    const person = createPerson(index, this.#seed)
    const { email } = person.customer
    if (email !== undefined && this.#mailAddresses.has(email)) person.customer.email = `${index}.${email}`
    if (email !== undefined) this.#mailAddresses.add(email)
    this.#known.set(index, person)
    return person
  }
}

/** Unique for each index below 196,000, except for the e-mail address. */
export function createPerson(index: number, seed: number): Person {
  const random = createRandom(seedOf(seed, index, 0x1))
  const language = pickWeighted(LANGUAGES, random)
  const reach = pickWeighted(REACHES, random)
  const culture = random.pick(language.cultures)
  const given = readName(random.pick(culture.given.split(' ')))
  const family = readName(random.pick(culture.family.split(' ')))
  const fullName = culture.familyFirst ? `${family.written} ${given.written}` : `${given.written} ${family.written}`
  const nameless = language.code === 'en' && reach.channels === BY_PHONE && random.chance(0.15)
  const byHandle = reach.channels === SOCIAL && random.chance(0.4)
  const customer: SandboxCustomer = { id: makeId('cust', seed, index, 0) }
  if (!nameless) customer.name = byHandle ? `${given.latin}.${family.latin}` : fullName
  if (reach.email) customer.email = mailAddress(given.latin, family.latin, random)
  if (reach.phone) customer.phone = phoneNumber(index)
  const first = culture.familyFirst ? family.written : given.written
  return { customer, first: nameless ? null : first, language, channels: reach.channels }
}

export function pickChannel(person: Person, random: Random): Channel {
  const reachable = CHANNEL_WEIGHTS.filter(({ channel }) => person.channels.includes(channel))
  return pickWeighted(reachable, random).channel
}

function readName(spelling: string): { readonly written: string; readonly latin: string } {
  const [written = spelling, latin = spelling] = spelling.split('/')
  return { written, latin: toAscii(latin) }
}

function mailAddress(given: string, family: string, random: Random): string {
  const year = random.integer(61, 99)
  const local = random.pick([`${given}.${family}`, `${given[0]}.${family}`, `${given}${year}`, `${family}.${given}`])
  return `${local}@${random.pick(MAIL_DOMAINS)}`
}

function phoneNumber(index: number): string {
  const area = index % AREA_CODES.length
  const areaCode = AREA_CODES[area]
  invariant(areaCode, 'every index has an area code')
  // 7,919 and 9,800 have no common factor, so every number of an area is used once before one repeats.
  const number = FIRST_NUMBER + ((Math.floor(index / AREA_CODES.length) * 7_919 + area * 2_371) % NUMBERS_PER_AREA)
  return `+1${areaCode}555${String(number).padStart(4, '0')}`
}

const LETTERS_WITHOUT_A_BASE: Record<string, string> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ı: 'i', æ: 'ae', "'": '' }

function toAscii(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßłøđıæ']/g, (letter) => LETTERS_WITHOUT_A_BASE[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}
