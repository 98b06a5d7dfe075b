import type { IDLE_MINUTES } from '../sealing.ts'

/** The settings that an administrator can set in the policy file. Names of the file: add freely, never rename. */
export type ManagedSettings = {
  /** Locks after so many minutes without keyboard and mouse; null for never. */
  readonly lockAfterIdleMinutes: (typeof IDLE_MINUTES)[number] | null
  /** Locks when the system locks its screen. */
  readonly lockWithSystem: boolean
  /** Notifications show names and texts. */
  readonly notificationDetails: boolean
  /** The app looks for updates and installs them. */
  readonly updates: boolean
  /** Closing the window keeps the app running. */
  readonly closeToTray: boolean
  readonly startAtLogin: boolean
}

export type ManagedSetting = keyof ManagedSettings

/** What the window shows of the policy file. */
export type Managed = {
  /** True when there is a policy file, also one that can't be used. */
  readonly isManaged: boolean
  /** The organisation's name, if the file gives it. */
  readonly organisation: string | null
  /** Why the file can't be used, as a sentence. Nothing of it applies then, and no managed setting can be changed. */
  readonly problem: string | null
  readonly settings: Partial<ManagedSettings>
  /** The servers that the organisation uses, in its order. */
  readonly workspaces: readonly { readonly name: string; readonly baseUrl: string }[]
}

export const NOT_MANAGED: Managed = {
  isManaged: false,
  organisation: null,
  problem: null,
  settings: {},
  workspaces: [],
}

/** True when the user can't change the setting. */
export function isLockedBy({ problem, settings }: Managed, name: ManagedSetting): boolean {
  return problem !== null || settings[name] !== undefined
}

let current: Managed = NOT_MANAGED

/** The policy stays the same until the app quits. */
export function setManaged(managed: Managed): void {
  current = managed
}

export function readManagedHere(): Managed {
  return current
}
