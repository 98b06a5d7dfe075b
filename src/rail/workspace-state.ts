import { text } from '../strings/text.ts'
import { failureCause } from '../words/failure.ts'
import type { LiveWorkspace } from '../workspace.tsx'

export type WorkspaceState = {
  /** Null when everything works. */
  readonly words: string | null
  /** True when waiting doesn't help and the user has to do something. */
  readonly isTrouble: boolean
}

/** The state of a workspace that the rail lists, in a few words. `isOnLine`: this machine has a network. */
export function workspaceState(
  { workspace, state, reachability }: Pick<LiveWorkspace, 'workspace' | 'state' | 'reachability'>,
  isOnLine: boolean,
): WorkspaceState {
  if (state === 'waiting') return { words: text('rail.state.starting'), isTrouble: false }
  if (state === 'choose' || state === 'sealed') return { words: text('rail.state.sealed'), isTrouble: true }
  if (state === 'halted') return { words: text('rail.state.halted'), isTrouble: true }
  if (workspace.key === 'missing') return { words: text('rail.status.keyNeeded'), isTrouble: true }
  const failure = reachability?.failure ?? null
  if (failure?.kind === 'unauthorized') return { words: text('rail.status.newKeyNeeded'), isTrouble: true }
  if (failure !== null) {
    const isOffline = failure.kind === 'unreachable' && !isOnLine
    return { words: isOffline ? text('rail.status.offline') : failureCause(failure), isTrouble: false }
  }
  return { words: reachability?.isFirstSync === true ? text('rail.status.loading') : null, isTrouble: false }
}
