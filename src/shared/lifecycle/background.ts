import type { Result } from '../failure.ts'

/** What the app does while its window is closed, and how it starts. For this device, not for a workspace. */
export type BackgroundSettings = {
  /** Closing the window hides it, and the app goes on to sync, send and notify. Otherwise closing it quits. */
  readonly keepsRunning: boolean
  /** The system starts the app when the user logs in. */
  readonly opensAtLogin: boolean
  /** A start at login opens no window, if there is another way to open it. */
  readonly startsHidden: boolean
}

/** Where the user finds an app without a window. `nowhere`: the system shows no tray, so closing the window quits. */
export type HiddenPlace = 'tray' | 'dock' | 'nowhere'

export type Background = BackgroundSettings & {
  readonly place: HiddenPlace
  /** The settings that an administrator decides; the user cannot change them. */
  readonly managed: readonly (keyof BackgroundSettings)[]
}

/** The part of the bridge for the settings under "Start and background". */
export interface BackgroundBridge {
  readBackground(input: Record<string, never>): Promise<Result<Background>>
  /** Absent fields stay. Returns the result; fails when the system refuses the change. */
  setBackground(input: Partial<BackgroundSettings>): Promise<Result<Background>>
}
