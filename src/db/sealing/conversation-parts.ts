import type { Sealer } from './sealer.ts'

/**
 * A conversation's `newest` and `tags` are partly plain. The list of all conversations needs to know whether a thread is on this device, who
 * wrote last and which tags there are, without opening every row. The words are sealed with the row. Tags are stored as tokens, equal for
 * equal tags.
 */

type Parts = Record<string, unknown>

/** Any other sender may be a person's name. */
const PLAIN_SENDERS: ReadonlySet<unknown> = new Set(['customer', 'assistant'])

export function splitNewest(newest: unknown): { readonly plain: unknown; readonly sealed: Parts } {
  if (typeof newest !== 'object' || newest === null) return { plain: newest, sealed: {} }
  const { words, sender, ...plain } = newest as Parts
  const isPlainSender = PLAIN_SENDERS.has(sender)
  return {
    plain: isPlainSender ? { ...plain, sender } : plain,
    sealed: { newestWords: words, ...(!isPlainSender && { newestSender: sender }) },
  }
}

/** Anything that is not a text is left out: reading it would repair it in the same way. */
export function tokensOf(tags: unknown, sealer: Sealer): readonly string[] {
  if (!Array.isArray(tags)) return []
  return tags.filter((tag) => typeof tag === 'string').map(sealer.sealLabel)
}

/** Gives the stored part of `newest` its sealed fields, which are opened when they are read. */
export function completeNewest(newest: object, sealedOf: (newest: object) => Parts): void {
  define(newest, 'words', sealedOf, 'newestWords')
  if (!('sender' in newest)) define(newest, 'sender', sealedOf, 'newestSender')
}

function define(target: object, name: string, sealedOf: (target: object) => Parts, source: string): void {
  Object.defineProperty(target, name, {
    ...{ enumerable: true, configurable: true },
    get(this: object) {
      return sealedOf(this)[source] ?? ''
    },
  })
}
