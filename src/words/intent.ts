import type { Intent } from '../db/op.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from './harmless-text.ts'
import { MAX_TAGS_SHOWN, tagLabel } from './tag-words.ts'

/** What an op does, in a few words. A message's text is shown beside it. */
export function intentWords(intent: Intent): string {
  switch (intent.kind) {
    case 'create':
      return text('words.intent.create')
    case 'send':
      return text('words.intent.send')
    case 'close':
      return text('words.intent.close')
    case 'patch':
      return changeText(intent)
  }
}

function changeText({ status, customerName, tags }: Extract<Intent, { kind: 'patch' }>): string {
  const parts = [
    status === 'resolved' && text('words.intent.resolve'),
    status === 'open' && text('words.intent.reopen'),
    customerName !== undefined && text('words.intent.rename', { name: harmlessLine(customerName) }),
    tags !== undefined && tagsText(tags),
  ].filter((part) => typeof part === 'string')
  return parts.length === 0 ? text('words.intent.change') : parts.join(' · ')
}

function tagsText(tags: readonly string[]): string {
  if (tags.length === 0) return text('words.intent.noTags')
  return text('words.intent.tags', { tags: tags.slice(0, MAX_TAGS_SHOWN).map(tagLabel).join(', ') })
}
