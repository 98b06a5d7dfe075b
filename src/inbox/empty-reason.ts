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

/** Why a list is empty. An account that failed to load must never look like one without open conversations. */
export function emptyReason(
  list: {
    readonly name: ViewName
    readonly channel: string | null
    readonly tag?: string | null
    readonly conversations: number
    readonly threadsOnDevice: number
  },
  context: { readonly reachability: Reachability; readonly isOffline: boolean; readonly key: Workspace['key'] },
): EmptyReason {
  if (list.conversations === 0) {
    const { failure, checkedAt } = context.reachability
    if (context.key === 'missing' || failure?.kind === 'unauthorized') return 'needs-key'
    if (failure !== null) return hasNoNetwork(failure) ? 'offline' : 'failure'
    return context.isOffline && checkedAt === null ? 'offline' : 'empty-account'
  }
  // "All done" is shown only after the whole account was read, or while reading it fails.
  if (context.reachability.isFirstSync && context.reachability.failure === null) return 'reading'
  // Only the threads tell who is waiting. While one is missing, "No one is waiting" could be wrong.
  if (list.name === 'waiting' && list.threadsOnDevice < list.conversations) return 'reading'
  if (list.channel !== null) return 'channel'
  if ((list.tag ?? null) !== null) return 'tag'
  // The All view is empty only when the account is.
  return list.name === 'all' ? 'empty-account' : list.name
}
