import { failed, type Result } from '../../src/shared/failure.ts'
import type { ApiAccount } from '../api/client.ts'
import type { RateLimit, Urgency } from '../api/rate-limit.ts'
import { LOCKED } from '../sealing/closed-bridge.ts'
import { text } from '../strings/text.ts'
import type { WorkspaceStore } from './workspaces.ts'

/** Finds the account for a call, and makes no call without one. Calls wait here for the rate limit. */
export function makeAccountLookup({
  workspaces,
  makeLimit,
  sealing,
}: {
  readonly workspaces: Pick<WorkspaceStore, 'account'>
  /** One for each key. */
  readonly makeLimit: () => RateLimit
  readonly sealing: { isLocked(): boolean }
}) {
  const limits = new Map<string, RateLimit>()
  return async function withAccount<T>(
    workspaceId: string,
    urgency: Urgency,
    call: (account: ApiAccount) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const limit = limits.get(workspaceId) ?? makeLimit()
    limits.set(workspaceId, limit)
    await limit.admit(urgency)
    // The app may have been locked while the call waited.
    if (sealing.isLocked()) return failed(LOCKED)
    const account = workspaces.account(workspaceId)
    if (account !== null) return await call(account)
    // Reports a missing key even if the workspace is missing too: the op then waits for a key instead of failing for good.
    return failed({ kind: 'unauthorized', status: 0, words: text('account.keyMissing') })
  }
}
