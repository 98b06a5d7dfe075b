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
    readonly backups: { forget(workspaceId: string): void; sweep(): void }
    readonly now: () => number
    readonly log: Log
  },
): Forgetting {
  const { workspaces, backups, now, log } = parts
  const file = makeStateFile(path, now, FORGETTING_FORMAT)
  return makeForgetting({
    file,
    workspaces,
    removeBackup: (id) => backups.forget(id),
    sweep: () => backups.sweep(),
    log,
  })
}

export function makeForgetting(parts: {
  readonly file: StateFile
  readonly workspaces: Pick<WorkspaceStore, 'forget'>
  readonly removeBackup: (workspaceId: string) => void
  /** Removes files that belong to no workspace. */
  readonly sweep: () => void
  readonly log: Log
}): Forgetting {
  const { file, workspaces, removeBackup, sweep, log } = parts
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

  /** True when no file of the workspace is left. The list is first: a key that is still there must not look forgotten. */
  function removeFiles({ id }: Entry): boolean {
    return attempt(() => {
      workspaces.forget(id)
      removeBackup(id)
    })
  }

  return {
    databaseNames: () => entries.map(({ databaseName }) => databaseName),

    forget({ id, databaseName }) {
      const before = entries.filter((entry) => entry.id !== id)
      write([...before, { id, databaseName }])
      try {
        workspaces.forget(id)
      } catch (error) {
        // The user sees that it failed, and goes on using the workspace: the next start must not delete it.
        write(before)
        throw error
      }
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
