import { join } from 'node:path'
import type { Failure, Result } from '../../src/shared/failure.ts'
import type { KeyVault } from '../accounts/api-key.ts'
import { makeBackupFile } from './backup-file.ts'
import { OpBackup } from './backup.ts'
import { sweepBackups } from './sweep.ts'
import { realDisk } from '../storage/disk.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'

export interface OpBackups {
  /** False while nothing may be written to the disk. */
  areKept(): boolean
  /** Null for the demo, which ends with the app, and for an unknown workspace, whose id may be any text. */
  find(workspaceId: string): OpBackup | null
  /** Records a request before it is sent. A write error does not stop the request, because the database has the op too. */
  noteRequest(workspaceId: string, opId: string): void
  /** Records the outcome of the request. */
  noteAnswer(workspaceId: string, opId: string, answer: Result<unknown>): void
  /** Deletes the backup with all its copies, whether or not the workspace is in the list. */
  forget(workspaceId: string): void
  /** Removes what belongs to no workspace, if the list of workspaces was read whole. */
  sweep(): void
}

/** One backup for each workspace except the demo, read at first use. */
export function makeOpBackups(options: {
  readonly folder: string
  readonly vault: KeyVault
  readonly workspaces: WorkspaceStore
  readonly now: () => number
  readonly log: Log
}): OpBackups {
  const { folder, vault, workspaces, now, log } = options
  const backups = new Map<string, OpBackup>()

  function find(workspaceId: string): OpBackup | null {
    if (workspaces.find(workspaceId)?.kind !== 'api') return null
    const known = backups.get(workspaceId)
    if (known !== undefined) return known
    const backup = new OpBackup(makeBackupFile(join(folder, `${workspaceId}.jsonl`), now), vault)
    backups.set(workspaceId, backup)
    return backup
  }

  function note(workspaceId: string, write: (backup: OpBackup) => void): void {
    try {
      const backup = find(workspaceId)
      if (backup !== null) write(backup)
    } catch (error) {
      log('backup-failed', errorFactsOf(error))
    }
  }

  return {
    areKept: () => vault.canSeal(),
    find,
    noteRequest: (workspaceId, opId) => note(workspaceId, (backup) => backup.request(opId, now())),
    noteAnswer(workspaceId, opId, answer) {
      if (!answer.ok && isWithoutEffect(answer.failure)) note(workspaceId, (backup) => backup.noEffect(opId))
    },
    forget(workspaceId) {
      if (!FILE_NAME.test(workspaceId)) return
      backups.get(workspaceId)?.remove()
      backups.delete(workspaceId)
      // A workspace that is being forgotten is no longer in the list.
      makeBackupFile(join(folder, `${workspaceId}.jsonl`), now).remove()
    },
    sweep() {
      if (workspaces.health !== 'whole') return
      const knownIds = workspaces.list().map(({ id }) => id)
      sweepBackups(realDisk, folder, knownIds)
    },
  }
}

/** Cannot lead to another folder. */
const FILE_NAME = /^[\w-]{1,100}$/

/** An unknown outcome counts as an effect: the app does not automatically send again what may have been sent. */
function isWithoutEffect({ kind }: Failure): boolean {
  return kind !== 'interrupted' && kind !== 'server' && kind !== 'unreadable'
}
