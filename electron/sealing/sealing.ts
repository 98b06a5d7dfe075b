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
  readonly log: Log
}): Sealing {
  const { workspaces, dataKeys, choice, lock, log } = parts
  return {
    withoutKeychain: () => choice.read(),
    isLocked: () => lock.isLocked(),
    pageStarted: () => lock.pageStarted(),
    bridge: {
      readDataKey: async ({ workspaceId, hasDatabase }) => {
        const workspace = workspaces.find(workspaceId)
        if (workspace === null) return refuse(text('account.workspaceGone'))
        return success(dataKeys.read(workspace, hasDatabase))
      },
      chooseWithoutKeychain: async (input) => {
        try {
          choice.choose(input.choice)
          workspaces.storeKeys()
          return success(null)
        } catch (error) {
          log('choice-not-kept', errorFactsOf(error))
          return refuse(text('sealing.choiceNotStored'))
        }
      },
      discardDataKey: async ({ workspaceId }) => {
        const workspace = workspaces.find(workspaceId)
        if (workspace === null) return refuse(text('account.workspaceGone'))
        try {
          dataKeys.forget(workspace.databaseName)
          return success(null)
        } catch (error) {
          log('data-key-failed', { what: 'discard', ...errorFactsOf(error) })
          return refuse(text('sealing.keyNotRemoved'))
        }
      },
      readLock: lock.readLock,
      setLock: lock.setLock,
      lockApp: lock.lockApp,
      unlockApp: lock.unlockApp,
    },
  }
}

function refuse(words: string): Result<never> {
  return failed({ kind: 'refused', words })
}
