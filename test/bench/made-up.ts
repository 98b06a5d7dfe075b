import { createRandom } from '../../electron/sandbox/random.ts'
import type { Header } from '../../src/search/index/entries.ts'

/** Conversations and texts that are the same in each run, and what times a call. For the measurements that run in Node. */

export const NOW = Date.UTC(2026, 10, 20)
const VOCABULARY = 60_000
const random = createRandom(1)
export const next = (below: number): number => Math.floor(random.fraction() * below)

const SYLLABLES = 'ba be bi bo ca ce co da de di do fa fe fi ga go ha he hi ka ke la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve vi wa we za'.split(' ') // prettier-ignore
const COMMON = 'the to i a you and is for it in can my on at we have of that be please hi thanks do me this so if will your not or are with was but an no appointment tomorrow today friday order invoice payment call email help when could would morning'.split(' ') // prettier-ignore
const words = [
  ...COMMON,
  ...Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 2 + next(4) }, () => SYLLABLES[next(SYLLABLES.length)]).join(''),
  ),
]
/** Zipf's law: the n-th most common word occurs about 1/n as often as the first. */
const aWord = (): string => words[Math.min(words.length - 1, Math.floor(words.length ** random.fraction()) - 1)] ?? ''
export const aText = (count: number): string => Array.from({ length: count }, aWord).join(' ')
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
export const aName = (): string =>
  `${capital(words[100 + next(4_000)] ?? '')} ${capital(words[100 + next(20_000)] ?? '')}`

export function aHeader(number: number): Header {
  const name = aName()
  return {
    id: `conv_${number.toString(36).padStart(8, '0')}`,
    customerName: name,
    customerPhone: `+1${2_000_000_000 + next(8_000_000_00)}`,
    customerEmail: `${name.toLowerCase().replace(' ', '.')}@example.com`,
    lastText: null,
    subject: next(3) === 0 ? aText(5) : null,
    channel: ['sms', 'email', 'whatsapp'][next(3)] ?? 'sms',
    status: ['open', 'resolved', 'closed'][next(3)] ?? 'open',
    tags: next(5) === 0 ? ['vip'] : [],
    activityAt: NOW - next(700 * 86_400) * 1_000,
    isUnread: next(10) === 0,
    isWaiting: next(10) === 0,
  }
}

/** Every prefix of some names, words and sentences, as a user types them. */
export function typed(sentences: readonly string[]): readonly string[] {
  return sentences.flatMap((text) => Array.from(text, (_, index) => text.slice(0, index + 1)))
}

export function percentiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(2)
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  max ${(sorted.at(-1) ?? 0).toFixed(2)} ms`
}

/** CPU time, since wall-clock time includes other work on the machine. */
export function timed(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
