import type { ViewName } from '../db/views.ts'
import type { Workspace } from '../shared/bridge.ts'
import type { Reachability } from '../view/reachability.ts'
import { hasNoNetwork } from '../words/failure.ts'

export type EmptyReason =
  | 'needs-key'
  | 'reading'
  | 'offline'
  | 'failure'
  /** Part of the account is on this device, and the rest does not come now. */
  | 'part-offline'
  | 'part-failure'
  | 'empty-account'
  | 'channel'
  | 'tag'
  | Exclude<ViewName, 'all'>

type Context = { readonly reachability: Reachability; readonly isOffline: boolean; readonly key: Workspace['key'] }

/** Why a list is empty. An account that failed to load must never look like one without open conversations. */
export function emptyReason(
  list: {
    readonly name: ViewName
    readonly channel: string | null
    readonly tag?: string | null
    readonly conversations: number
    readonly threadsOnDevice: number
  },
  context: Context,
): EmptyReason {
  if (list.conversations === 0) {
    const { failure, checkedAt } = context.reachability
    if (context.key === 'missing' || failure?.kind === 'unauthorized') return 'needs-key'
    if (failure !== null) return hasNoNetwork(failure) ? 'offline' : 'failure'
    return context.isOffline && checkedAt === null ? 'offline' : 'empty-account'
  }
  // "All done" is shown only after the whole account was read.
  if (context.reachability.isFirstSync) return partReason(context)
  // Only the threads tell who is waiting. While one is missing, "No one is waiting" could be wrong.
  if (list.name === 'waiting' && list.threadsOnDevice < list.conversations) return 'reading'
  if (list.channel !== null) return 'channel'
  if ((list.tag ?? null) !== null) return 'tag'
  // The All view is empty only when the account is.
  return list.name === 'all' ? 'empty-account' : list.name
}

/** While the first sync has read only part of the account. */
function partReason({ reachability: { failure }, isOffline, key }: Context): EmptyReason {
  if (key === 'missing' || failure?.kind === 'unauthorized') return 'needs-key'
  if (isOffline) return 'part-offline'
  return failure === null ? 'reading' : 'part-failure'
}
