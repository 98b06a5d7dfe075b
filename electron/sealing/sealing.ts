import type { SealingBridge, WithoutKeychain } from '../../src/shared/sealing.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import { text } from '../strings/text.ts'
import type { DataKeys } from './data-keys.ts'
import type { AppLock } from './lock.ts'
import type { ProtectionChoice } from './protection.ts'

/** The keys of the workspaces' data and the lock. */
export interface Sealing {
  readonly bridge: SealingBridge
  /** For the session of the window. */
  withoutKeychain(): WithoutKeychain
  isLocked(): boolean
  pageStarted(): void
}

export function makeSealing(parts: {
  readonly workspaces: Pick<WorkspaceStore, 'find' | 'storeKeys'>
  readonly dataKeys: DataKeys
  readonly choice: ProtectionChoice
  readonly lock: AppLock
  readonly restart: () => void
  readonly log: Log
}): Sealing {
  const { workspaces, dataKeys, choice, lock, restart, log } = parts

  function attempt(what: string, work: () => void): boolean {
    try {
      work()
      return true
    } catch (error) {
      log('sealing-failed', { what, ...errorFactsOf(error) })
      return false
    }
  }

  return {
    withoutKeychain: () => choice.read(),
    isLocked: () => lock.isLocked(),
    pageStarted: () => lock.pageStarted(),
    bridge: {
      readDataKey: async ({ workspaceId, hasDatabase }) => {
        const workspace = workspaces.find(workspaceId)
        if (workspace === null) return refuse(text('account.workspaceGone'))
        const before = choice.read()
        const key = dataKeys.read(workspace, hasDatabase)
        // A lost choice was found again.
        if (choice.read() !== before) attempt('store', () => workspaces.storeKeys())
        return success(key)
      },
      chooseWithoutKeychain: async (input) => {
        const isStored = attempt('choose', () => {
          choice.choose(input.choice)
          workspaces.storeKeys()
        })
        return isStored ? success(null) : refuse(text('sealing.choiceNotStored'))
      },
      discardDataKey: async ({ workspaceId }) => {
        const workspace = workspaces.find(workspaceId)
        if (workspace === null) return refuse(text('account.workspaceGone'))
        const isRemoved = attempt('discard', () => dataKeys.forget(workspace.databaseName))
        return isRemoved ? success(null) : refuse(text('sealing.keyNotRemoved'))
      },
      restartApp: async () => {
        restart()
        return success(null)
      },
      readLock: lock.readLock,
      setLock: lock.setLock,
      lockApp: lock.lockApp,
      lockedPageDone: lock.lockedPageDone,
      unlockApp: lock.unlockApp,
    },
  }
}

function refuse(words: string): Result<never> {
  return failed({ kind: 'refused', words })
}
