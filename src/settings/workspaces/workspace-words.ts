import type { LocalDataState } from '../../acts/use-held.ts'
import type { Workspace } from '../../shared/bridge.ts'
import { writeNumber } from '../../shared/region/locale.ts'
import { addPending, countPending } from '../../shared/pending.ts'

/** What of a workspace is on this device; null while nobody knows. */
export function holdingWords(holding: LocalDataState): string | null {
  if (holding === 'reading') return null
  if (holding === 'nothing') return 'Not on this device yet'
  if (holding === 'unreadable') return 'Couldn’t read its data on this device'
  const unsent = countPending(addPending(holding.unsent.waiting, holding.unsent.asking))
  return [
    counted(holding.conversations, 'conversation'),
    ...(holding.drafts > 0 ? [counted(holding.drafts, 'draft')] : []),
    ...(unsent > 0 ? [`${writeNumber(unsent)} not sent yet`] : []),
  ].join(' · ')
}

/** What there is to say of its key; null when all is well with it. */
export function keyWordsOf({ kind, key }: Pick<Workspace, 'kind' | 'key'>): string | null {
  if (kind === 'demo' || key === 'sealed') return null
  return key === 'session'
    ? 'The key is kept only until you quit: this system has no keyring.'
    : 'The key is no longer on this device. Enter it again to sync and send.'
}

function counted(count: number, noun: string): string {
  return `${writeNumber(count)} ${noun}${count === 1 ? '' : 's'}`
}
