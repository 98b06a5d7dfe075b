import { join } from 'node:path'
import type { KeyVault } from './api-key.ts'
import { makeJournalFile } from './journal-file.ts'
import { Journal } from './journal.ts'
import { factsOf, type Log } from './log.ts'
import type { Workspaces } from './workspaces.ts'

export interface Journals {
  /** Null for the demo, which ends with the app, and for a workspace that is not known: its id may be anything. */
  find(workspaceId: string): Journal | null
  /** Notes a request that is about to be made. A journal that cannot be written stops nothing: the database has it too. */
  noteRequest(workspaceId: string, opId: string): void
  forget(workspaceId: string): void
}

/** A journal for each workspace that stays, read when it is first asked for. */
export function makeJournals(options: {
  readonly folder: string
  readonly vault: KeyVault
  readonly workspaces: Workspaces
  readonly log: Log
}): Journals {
  const { folder, vault, workspaces, log } = options
  const journals = new Map<string, Journal>()

  function find(workspaceId: string): Journal | null {
    if (workspaces.find(workspaceId)?.kind !== 'api') return null
    const known = journals.get(workspaceId)
    if (known !== undefined) return known
    const journal = new Journal(makeJournalFile(join(folder, `${workspaceId}.jsonl`)), vault)
    journals.set(workspaceId, journal)
    return journal
  }

  return {
    find,
    noteRequest(workspaceId, opId) {
      try {
        find(workspaceId)?.request(opId)
      } catch (error) {
        log('journal-failed', factsOf(error))
      }
    },
    forget(workspaceId) {
      find(workspaceId)?.remove()
      journals.delete(workspaceId)
    },
  }
}
