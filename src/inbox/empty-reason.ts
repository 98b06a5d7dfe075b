import type { ViewName } from '../db/views.ts'
import type { Workspace } from '../shared/bridge.ts'
import type { Reachability } from '../view-state.ts'
import { hasNoNetwork } from '../words/failure.ts'

export type EmptyReason =
  | 'needs-key'
  | 'reading'
  | 'offline'
  | 'failure'
  | 'empty-account'
  | 'channel'
  | 'tag'
  | Exclude<ViewName, 'all'>

/** Why a list is empty. An account that could not be read must never look like one that is done. */
export function emptyReason(
  list: {
    readonly name: ViewName
    readonly channel: string | null
    readonly tag?: string | null
    readonly conversations: number
    readonly threadsOnDevice: number
  },
  around: { readonly reachability: Reachability; readonly isOffline: boolean; readonly key: Workspace['key'] },
): EmptyReason {
  if (list.conversations === 0) {
    const { failure, checkedAt } = around.reachability
    if (around.key === 'missing' || failure?.kind === 'unauthorized') return 'needs-key'
    if (failure !== null) return hasNoNetwork(failure) ? 'offline' : 'failure'
    return around.isOffline && checkedAt === null ? 'offline' : 'empty-account'
  }
  // "All done" may be said only of an account that was read to its end, or of what there is while it cannot be.
  if (around.reachability.isFirstSync && around.reachability.failure === null) return 'reading'
  // Who waits is known only from the threads: nobody may be said to wait while one of them is missing.
  if (list.name === 'waiting' && list.threadsOnDevice < list.conversations) return 'reading'
  if (list.channel !== null) return 'channel'
  if ((list.tag ?? null) !== null) return 'tag'
  // All is empty only when the account is.
  return list.name === 'all' ? 'empty-account' : list.name
}
