import type { Intent } from '../db/op.ts'
import { harmlessLine } from './harmless-text.ts'
import { MAX_TAGS_SHOWN, tagLabel } from './tag-words.ts'

/** What an op does, in a few words. A message's text is shown beside it. */
export function intentWords(intent: Intent): string {
  switch (intent.kind) {
    case 'create':
      return 'New conversation'
    case 'send':
      return 'Message'
    case 'close':
      return 'Close'
    case 'patch':
      return changeText(intent)
  }
}

function changeText({ status, customerName, tags }: Extract<Intent, { kind: 'patch' }>): string {
  const parts = [
    status === 'resolved' && 'Resolve',
    status === 'open' && 'Reopen',
    customerName !== undefined && `Rename to “${harmlessLine(customerName)}”`,
    tags !== undefined &&
      (tags.length === 0 ? 'No tags' : `Tags: ${tags.slice(0, MAX_TAGS_SHOWN).map(tagLabel).join(', ')}`),
  ].filter((part) => typeof part === 'string')
  return parts.length === 0 ? 'Change' : parts.join(' · ')
}
