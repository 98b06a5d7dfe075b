import type { Result } from './failure.ts'

/**
 * How a workspace's data on this device is protected: its key is sealed by the system's keychain, kept in a file that only the user's
 * account can read, or in memory until the app quits.
 */
export type Protection = 'keychain' | 'unprotected' | 'memory'

/** What the user chose for a system without a keychain. `unchosen`: not asked yet. */
export type WithoutKeychain = 'unchosen' | 'unprotected' | 'memory'

/**
 * Why the data cannot be opened. Nothing is deleted for any of them.
 * - `keychain`: the keychain is locked, was reset, or belongs to another computer.
 * - `missing`: there is a database but no key.
 * - `damaged`, `newer`: the key's file cannot be read, or a newer version of the app wrote it.
 * - `unwritable`: a new key cannot be stored.
 */
export type Sealed = 'keychain' | 'missing' | 'damaged' | 'newer' | 'unwritable'

/** The key of a workspace's data, or why there is none. */
export type DataKey =
  /** `key`: 32 bytes as base64. */
  | { readonly state: 'open'; readonly key: string; readonly protection: Protection }
  /** There is no keychain and the user has to choose first. */
  | { readonly state: 'choose' }
  /** The database is from an earlier start, and the user chose to keep nothing. The window deletes it and asks again. */
  | { readonly state: 'expired' }
  | { readonly state: 'sealed'; readonly why: Sealed }

/** `afterIdleMinutes`: null for never. `withSystem`: when the system locks its screen. */
export type LockSettings = { readonly afterIdleMinutes: number | null; readonly withSystem: boolean }

/** `asks`: what unlocking asks for: a fingerprint, or nothing but a click. */
export type Lock = LockSettings & { readonly isLocked: boolean; readonly asks: 'fingerprint' | 'nothing' }

export const IDLE_MINUTES = [1, 5, 15, 30, 60] as const

/** The part of the bridge for keys of data and the lock. */
export interface SealingBridge {
  /**
   * The key of the workspace's data, created on first use. `hasDatabase`: whether the database exists; a key is created only for a new
   * one. Refused while the app is locked.
   */
  readDataKey(input: { readonly workspaceId: string; readonly hasDatabase: boolean }): Promise<Result<DataKey>>
  /** The user's choice for a system without a keychain. */
  chooseWithoutKeychain(input: { readonly choice: Exclude<WithoutKeychain, 'unchosen'> }): Promise<Result<null>>
  /** The user gives up data that cannot be opened: removes its key. The window has deleted the database. */
  discardDataKey(input: { readonly workspaceId: string }): Promise<Result<null>>

  /** Quits as the user's own quit does, and starts again. On Linux, the keychain is asked only once in each start. */
  restartApp(input: Record<string, never>): Promise<Result<null>>

  readLock(input: Record<string, never>): Promise<Result<Lock>>
  /** Absent fields stay. Returns the result. */
  setLock(input: Partial<LockSettings>): Promise<Result<Lock>>
  /** Main then sends `onLock`, as it does when the system locks or the user is idle. */
  lockApp(input: Record<string, never>): Promise<Result<null>>
  /**
   * The page of a locked app has saved and closed everything. Main ends its process, whose memory still holds what was on screen, and loads
   * the page anew, so there is no answer unless it fails. Refused while the app is open.
   */
  lockedPageDone(input: Record<string, never>): Promise<Result<null>>
  /** Asks for a fingerprint if the system can. False when the user cancelled: the app stays locked. */
  unlockApp(input: Record<string, never>): Promise<Result<boolean>>
}
