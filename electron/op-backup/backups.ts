import { join } from 'node:path'
import type { Failure, Result } from '../../src/shared/failure.ts'
import type { KeyVault } from '../accounts/api-key.ts'
import { makeBackupFile } from './backup-file.ts'
import { OpBackup } from './backup.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'

export interface OpBackups {
  /** Null for the demo, which ends with the app, and for a workspace that is not known: its id may be anything. */
  find(workspaceId: string): OpBackup | null
  /** Notes a request that is about to be made. A journal that cannot be written stops nothing: the database has it too. */
  noteRequest(workspaceId: string, opId: string): void
  /** Notes what came of it. */
  noteAnswer(workspaceId: string, opId: string, answer: Result<unknown>): void
  forget(workspaceId: string): void
}

/** A journal for each workspace that stays, read when it is first asked for. */
export function makeOpBackups(options: {
  readonly folder: string
  readonly vault: KeyVault
  readonly workspaces: WorkspaceStore
  readonly now: () => number
  readonly log: Log
}): OpBackups {
  const { folder, vault, workspaces, now, log } = options
  const journals = new Map<string, OpBackup>()

  function find(workspaceId: string): OpBackup | null {
    if (workspaces.find(workspaceId)?.kind !== 'api') return null
    const known = journals.get(workspaceId)
    if (known !== undefined) return known
    const journal = new OpBackup(makeBackupFile(join(folder, `${workspaceId}.jsonl`), now), vault)
    journals.set(workspaceId, journal)
    return journal
  }

  function note(workspaceId: string, write: (journal: OpBackup) => void): void {
    try {
      const journal = find(workspaceId)
      if (journal !== null) write(journal)
    } catch (error) {
      log('journal-failed', errorFactsOf(error))
    }
  }

  return {
    find,
    noteRequest: (workspaceId, opId) => note(workspaceId, (journal) => journal.request(opId, now())),
    noteAnswer(workspaceId, opId, answer) {
      if (!answer.ok && isWithoutEffect(answer.failure)) note(workspaceId, (journal) => journal.noEffect(opId))
    },
    forget(workspaceId) {
      find(workspaceId)?.remove()
      journals.delete(workspaceId)
    },
  }
}

/** Unknown counts as effect: what may have been sent is not sent again by itself. */
function isWithoutEffect({ kind }: Failure): boolean {
  return kind !== 'interrupted' && kind !== 'server' && kind !== 'unreadable'
}
