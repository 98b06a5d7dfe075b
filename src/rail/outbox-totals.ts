import type { LiveWorkspace } from '../workspace.tsx'

/** What the outboxes of All inboxes hold. The demo is not part of it, and a workspace that is not open counts as empty. */
export function outboxTotals(listed: readonly Pick<LiveWorkspace, 'workspace' | 'needsUser' | 'toSend'>[]): {
  readonly waiting: number
  readonly needsUser: number
} {
  const real = listed.filter(({ workspace }) => workspace.kind === 'api')
  return {
    waiting: real.reduce((sum, { toSend }) => sum + toSend, 0),
    needsUser: real.reduce((sum, { needsUser }) => sum + needsUser, 0),
  }
}
