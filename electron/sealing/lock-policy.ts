import type { Bridge } from '../../src/shared/bridge.ts'
import type { LockSettings } from '../../src/shared/sealing.ts'

/** Something that may lock the app. `idleS`: how long the user has used no keyboard and no mouse, s. */
export type LockEvent =
  | { readonly kind: 'system-locked' }
  | { readonly kind: 'idle'; readonly idleS: number }
  | { readonly kind: 'asked' }

type LockState = LockSettings & { readonly isLocked: boolean }

export function mustLock(state: LockState, event: LockEvent): boolean {
  if (state.isLocked) return false
  if (event.kind === 'asked') return true
  if (event.kind === 'system-locked') return state.withSystem
  return state.afterIdleMinutes !== null && event.idleS >= state.afterIdleMinutes * 60
}

/** Whether the idle time of the user matters now. */
export function mustWatchIdle({ isLocked, afterIdleMinutes }: LockState): boolean {
  return !isLocked && afterIdleMinutes !== null
}

/**
 * What a method of the bridge does while the app is locked. `runs`: it neither reads nor changes anything of a workspace that the user
 * sees, or it only saves. `waits`: it fails as without a connection, so that the outbox and the sync try again later. `refused`: the
 * page has no reason to call it. A new method does not compile without a decision.
 */
export const WHILE_LOCKED: Readonly<Record<keyof Bridge, 'runs' | 'waits' | 'refused'>> = {
  readSession: 'runs',
  connectWorkspace: 'refused',
  describeWorkspace: 'refused',
  adoptDatabases: 'refused',
  openDemo: 'refused',
  chooseWorkspace: 'refused',
  renameWorkspace: 'refused',
  forgetWorkspace: 'refused',
  endForgetting: 'runs',
  readDataKey: 'refused',
  chooseWithoutKeychain: 'refused',
  discardDataKey: 'refused',
  restartApp: 'refused',
  beginCarryOver: 'refused',
  readCarriedPart: 'refused',
  // The page has stored it.
  endCarryOver: 'runs',
  beginBackup: 'refused',
  addToBackup: 'refused',
  endBackup: 'runs',
  chooseBackup: 'refused',
  openBackup: 'refused',
  takeWorkspace: 'refused',
  readBackupPart: 'refused',
  takeSettings: 'refused',
  endRestore: 'runs',
  readLock: 'runs',
  setLock: 'refused',
  lockApp: 'runs',
  // Refused while the app is open.
  lockedPageDone: 'runs',
  unlockApp: 'runs',
  // An app that is locked may quit.
  typedSaved: 'runs',
  readBackground: 'refused',
  setBackground: 'refused',
  // It waits in main until the app is unlocked.
  readWaitingLink: 'refused',
  takeLink: 'refused',
  readManaged: 'runs',
  readProxyQuestion: 'runs',
  answerProxyQuestion: 'refused',
  listConversations: 'waits',
  readConversation: 'waits',
  createConversation: 'waits',
  sendMessage: 'waits',
  updateConversation: 'waits',
  closeConversation: 'waits',
  openedDatabase: 'refused',
  recallOps: 'refused',
  // The page saves before it reloads.
  rememberOps: 'runs',
  forgetOps: 'runs',
  reportUnsent: 'runs',
  reportBrokenPart: 'runs',
  // It shows no data of a workspace.
  reportProblem: 'runs',
  readSpeed: 'refused',
  readUpdates: 'runs',
  checkForUpdates: 'refused',
  setUpdateChannel: 'refused',
  restartToUpdate: 'refused',
  readLook: 'runs',
  setLook: 'runs',
  listRequests: 'refused',
  exportRequests: 'refused',
  showNotification: 'refused',
  withdrawNotification: 'runs',
  testNotification: 'refused',
  readNotificationAbilities: 'refused',
  takeNotificationAnswers: 'refused',
  // The page has stored it.
  endNotificationAnswer: 'runs',
  showBadge: 'runs',
  // The page that is locked asks nothing.
  answerSpelling: 'refused',
  openLink: 'refused',
  saveExport: 'refused',
  beginExport: 'refused',
  appendExport: 'refused',
  endExport: 'runs',
  showMenu: 'runs',
}
