import type { DamageReport } from '../db/damage.ts'
import { listText } from '../shared/messages/list-text.ts'
import { text } from '../strings/text.ts'

/** What was damaged on the disk, what is gone, and what is downloaded again. */
export function damageWords({ conversations, drafts, notes, snippets, others }: DamageReport): string {
  const gone = [
    drafts > 0 ? text('words.damage.drafts', { count: drafts }) : '',
    notes > 0 ? text('words.damage.notes', { count: notes }) : '',
    snippets > 0 ? text('words.damage.snippets', { count: snippets }) : '',
    others > 0 ? text('words.damage.others', { count: others }) : '',
  ].filter((part) => part !== '')
  return [
    text('words.damage.title'),
    gone.length > 0 ? text('words.damage.gone', { what: listText(gone) }) : '',
    conversations > 0 ? text('words.damage.again', { count: conversations }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
