import type { LocalDataState } from '../../acts/use-local-data.ts'
import type { Workspace } from '../../shared/bridge.ts'
import { writeNumber } from '../../shared/region/locale.ts'
import { addPending, countPending } from '../../shared/pending.ts'

/** The data of a workspace on this device; null while it is read. */
export function holdingWords(data: LocalDataState): string | null {
  if (data === 'reading') return null
  if (data === 'nothing') return 'Not on this device yet'
  if (data === 'unreadable') return 'Couldn’t read its data on this device'
  const unsent = countPending(addPending(data.unsent.waiting, data.unsent.asking))
  return [
    counted(data.conversations, 'conversation'),
    ...(data.drafts > 0 ? [counted(data.drafts, 'draft')] : []),
    ...(unsent > 0 ? [`${writeNumber(unsent)} not sent yet`] : []),
  ].join(' · ')
}

/** A problem with the key of a workspace; null when there is none. */
export function keyWordsOf({ kind, key }: Pick<Workspace, 'kind' | 'key'>): string | null {
  if (kind === 'demo' || key === 'sealed') return null
  return key === 'session'
    ? 'The key is kept only until you quit: this system has no keyring.'
    : 'The key is no longer on this device. Enter it again to sync and send.'
}

function counted(count: number, noun: string): string {
  return `${writeNumber(count)} ${noun}${count === 1 ? '' : 's'}`
}
