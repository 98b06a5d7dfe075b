import type { Conflict, Imported } from '../device-backup/import-device.ts'
import type { RestoredWorkspace, WorkspaceOutcome } from '../device-backup/restore-device.ts'
import type { BackedUpWorkspace } from '../shared/device-backup.ts'
import { listText } from '../shared/messages/list-text.ts'
import { text, type TextId } from '../strings/text.ts'
import { failureCause } from '../words/failure.ts'
import { harmlessLine } from '../words/harmless-text.ts'

const COUNTS = {
  ops: 'backup.restore.ops',
  drafts: 'backup.restore.drafts',
  flags: 'backup.restore.flags',
  notes: 'backup.restore.notes',
  snippets: 'backup.restore.snippets',
} as const satisfies Partial<Record<keyof Imported, TextId>>

type Counts = Pick<Imported, keyof typeof COUNTS>

/** What a workspace in a backup holds. */
export function holdsText({ rows }: BackedUpWorkspace): string {
  const counted = countsText({ ...rows, ops: rows.outbox })
  return counted === '' ? text('backup.restore.holdsNothing') : counted
}

function countsText(counts: Counts): string {
  const names = Object.keys(COUNTS) as (keyof typeof COUNTS)[]
  return listText(names.filter((name) => counts[name] > 0).map((name) => text(COUNTS[name], { count: counts[name] })))
}

/** What the restore does with a workspace. */
export function placeText({ isHere, hasKey }: BackedUpWorkspace): string {
  if (isHere) return text('backup.restore.isHere')
  return text(hasKey ? 'backup.restore.isNew' : 'backup.restore.isNewWithoutKey')
}

const CONFLICTS = {
  draft: 'backup.restore.conflict.draft',
  note: 'backup.restore.conflict.note',
  snippet: 'backup.restore.conflict.snippet',
  snooze: 'backup.restore.conflict.snooze',
} as const satisfies Record<Conflict['kind'], TextId>

/** More would not be read. All of them are kept. */
const MAX_SHOWN = 20

/** What became of all workspaces. A backup may have none: its settings are restored then. */
export function resultTitle(restored: readonly RestoredWorkspace[]): string {
  const count = restored.filter(({ outcome }) => outcome.is === 'restored').length
  if (count === restored.length) return text('backup.restore.done.title')
  return text(count === 0 ? 'backup.restore.none.title' : 'backup.restore.part.title')
}

/** What the restore did with a workspace, a sentence a line. */
export function outcomeLines(outcome: WorkspaceOutcome): readonly string[] {
  if (outcome.is !== 'restored') return [text('backup.restore.notRestored', { why: whyNot(outcome) })]
  const { conflicts, unusable, ...counts } = outcome.imported
  const list = countsText(counts)
  const more = conflicts.length - MAX_SHOWN
  return [
    list === '' ? text('backup.restore.addedNothing') : text('backup.restore.added', { list }),
    ...conflicts.slice(0, MAX_SHOWN).map(conflictText),
    ...(more > 0 ? [text('backup.restore.moreConflicts', { count: more })] : []),
    ...(unusable > 0 ? [text('backup.restore.unusable', { count: unusable })] : []),
  ]
}

function conflictText({ kind, name }: Conflict): string {
  return text(CONFLICTS[kind], { name: name === null ? text('backup.restore.someone') : harmlessLine(name) })
}

function whyNot(outcome: Exclude<WorkspaceOutcome, { is: 'restored' }>): string {
  if (outcome.is === 'refused') return failureCause(outcome.failure)
  return text(outcome.is === 'not-opened' ? 'backup.restore.notOpened' : 'backup.restore.notStored')
}
