import { z } from 'zod'
import type { Workspace } from '../../src/shared/bridge.ts'
import type { StateFormat } from '../storage/state-bytes.ts'
import { makeStateFile, type StateFile } from '../storage/state-file.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import type { WorkspaceStore } from './workspaces.ts'

/** Persisted: add freely; rename or remove only with a migration. */
const storedForgetting = z.object({
  v: z.literal(1),
  /** What the user asked to delete. An entry stays until nothing of it is left. */
  workspaces: z.array(z.object({ id: z.string().min(1), databaseName: z.string().min(1) })),
})

type Entry = z.infer<typeof storedForgetting>['workspaces'][number]

const FORGETTING_FORMAT: StateFormat = {
  version: 1,
  isValid: (state) => storedForgetting.safeParse(state).success,
}

/** Deletes everything of a workspace, whatever interrupts it. */
export interface Forgetting {
  /** Databases that the window must delete, because only the window can. */
  databaseNames(): readonly string[]
  /** Deletes the key and the files. Throws, and deletes nothing, when the request cannot be written down or the list cannot be changed. */
  forget(workspace: Pick<Workspace, 'id' | 'databaseName'>): void
  /** Deletes what an earlier start did not get to, and what belongs to no workspace. Never throws: the next start tries again. */
  resume(): void
  /** The window has deleted these databases. */
  end(databaseNames: readonly string[]): void
}

export function openForgetting(
  path: string,
  parts: {
    readonly workspaces: WorkspaceStore
    readonly dataKeys: { forget(databaseName: string): void; sweep(): void }
    readonly backups: { forget(workspaceId: string): void; sweep(): void }
    readonly replies: { forget(workspaceId: string): void; sweep(knownIds: readonly string[]): void }
    readonly now: () => number
    readonly log: Log
  },
): Forgetting {
  const { workspaces, dataKeys, backups, replies, now, log } = parts
  const file = makeStateFile(path, now, FORGETTING_FORMAT)
  return makeForgetting({
    file,
    workspaces,
    shredDataKey: (databaseName) => dataKeys.forget(databaseName),
    removeBackup(id) {
      try {
        backups.forget(id)
      } finally {
        replies.forget(id)
      }
    },
    sweep() {
      dataKeys.sweep()
      backups.sweep()
      // A list that was lost may come back.
      if (workspaces.health === 'whole') replies.sweep(workspaces.list().map(({ id }) => id))
    },
    log,
  })
}

export function makeForgetting(parts: {
  readonly file: StateFile
  readonly workspaces: Pick<WorkspaceStore, 'forget'>
  /** Makes the database unreadable, whatever is left of it. */
  readonly shredDataKey: (databaseName: string) => void
  readonly removeBackup: (workspaceId: string) => void
  /** Removes files that belong to no workspace. */
  readonly sweep: () => void
  readonly log: Log
}): Forgetting {
  const { file, workspaces, shredDataKey, removeBackup, sweep, log } = parts
  const read = storedForgetting.safeParse(file.read())
  let entries: readonly Entry[] = read.success ? read.data.workspaces : []

  function write(next: readonly Entry[]): void {
    file.write({ v: 1, workspaces: next })
    entries = next
  }

  function attempt(work: () => void): boolean {
    try {
      work()
      return true
    } catch (error) {
      log('forgetting-unfinished', errorFactsOf(error))
      return false
    }
  }

  /** True when no file of the workspace is left. The data key is first. A step that fails does not stop the others. */
  function removeFiles({ id, databaseName }: Entry): boolean {
    const steps = [() => shredDataKey(databaseName), () => workspaces.forget(id), () => removeBackup(id)]
    return steps.map(attempt).every(Boolean)
  }

  return {
    databaseNames: () => entries.map(({ databaseName }) => databaseName),

    forget({ id, databaseName }) {
      const before = entries.filter((entry) => entry.id !== id)
      // From here on, an interrupted removal is finished by the next start.
      write([...before, { id, databaseName }])
      try {
        workspaces.forget(id)
      } catch (error) {
        // The user sees that it failed, and goes on using the workspace: the next start must not delete it. So its data key still exists.
        write(before)
        throw error
      }
      attempt(() => shredDataKey(databaseName))
      attempt(() => removeBackup(id))
    },

    resume() {
      for (const entry of entries) removeFiles(entry)
      attempt(sweep)
    },

    end(databaseNames) {
      const isLeft = (entry: Entry): boolean => !databaseNames.includes(entry.databaseName) || !removeFiles(entry)
      const left = entries.filter(isLeft)
      if (left.length === entries.length) return
      attempt(() => write(left))
      // A damaged copy may hold the ids.
      if (left.length === 0) file.forgetDamaged()
    },
  }
}
