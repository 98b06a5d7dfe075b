import { app, safeStorage } from 'electron'
import { openForgetting } from '../accounts/forgetting.ts'
import { WORKSPACES_FORMAT } from '../accounts/workspace-state.ts'
import { WorkspaceStore } from '../accounts/workspaces.ts'
import { inUserData } from './in-user-data.ts'
import { makeKeptReplies, REPLIES_FORMAT } from '../op-backup/kept-replies.ts'
import { makeOpBackups } from '../op-backup/backups.ts'
import { makeUnsentTotals } from '../op-backup/unsent-totals.ts'
import { openKeys } from '../sealing/open-keys.ts'
import { makeAppearance, type Surface } from '../shell/appearance.ts'
import type { Log } from '../storage/log.ts'
import { makeStateFile } from '../storage/state-file.ts'

export const WORKSPACES_FILE = 'workspaces.json'

/** What the main process stores for the workspaces. `surface` is what the user's look is applied to. */
export function openStores({
  surface,
  now,
  log,
}: {
  readonly surface: Surface
  readonly now: () => number
  readonly log: Log
}) {
  const profile = app.getPath('userData')
  const keys = openKeys({ profile, load: () => safeStorage, platform: process.platform, now, log })
  const { vault, dataKeys } = keys
  const workspaces = new WorkspaceStore(makeStateFile(inUserData(WORKSPACES_FILE), now, WORKSPACES_FORMAT), vault)
  const backups = makeOpBackups({ folder: inUserData('journals'), vault, workspaces, now, log })
  const repliesFile = makeStateFile(inUserData('notification-replies.json'), now, REPLIES_FORMAT)
  const replies = makeKeptReplies({ file: repliesFile, vault, log })
  return {
    keys,
    workspaces,
    backups,
    replies,
    forgetting: openForgetting(inUserData('forgetting.json'), { workspaces, dataKeys, backups, replies, now, log }),
    unsent: makeUnsentTotals(workspaces, dataKeys),
    appearance: makeAppearance(makeStateFile(inUserData('appearance.json'), now), surface),
  }
}
