import { type HostGate, makeHostGate } from '../accounts/host-gate.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import type { LinkOpener } from '../guards/links.ts'
import type { Policy } from '../policy/policy.ts'
import type { Log } from '../storage/log.ts'
import type { OnlyWindow } from '../window.ts'
import { makeLinkOpener } from './link-dialog.ts'
import { makeAsk } from './question.ts'

/** What the user confirms before it happens. Both ask through the same function, so that one question is open at a time. */
export function makeConfirmations(
  window: Pick<OnlyWindow, 'current'>,
  workspaces: WorkspaceStore,
  { decideServer }: Pick<Policy, 'decideServer'>,
  log: Log,
): { readonly links: LinkOpener; readonly hosts: HostGate } {
  const ask = makeAsk(() => window.current())
  return {
    links: makeLinkOpener(ask),
    hosts: makeHostGate({ workspaces, ask, decideServer, now: () => performance.now(), log }),
  }
}
