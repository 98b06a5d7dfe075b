import type { HiddenPlace } from '../../../src/shared/background.ts'

export type CloseMoment = {
  /** The app quits, or the session ends. Nothing may hold that up. */
  readonly isEnding: boolean
  /** The user's setting. */
  readonly keepsRunning: boolean
  readonly place: HiddenPlace
  /** The user knows that closing hides the window. */
  readonly isTold: boolean
}

/**
 * What closing the window does. `quit`: as Quit in the menu, which asks when something is unsent. `ask`: hide it after the user was told.
 * macOS users know that an app without a window stays in the Dock.
 */
export function closePolicy({ isEnding, keepsRunning, place, isTold }: CloseMoment): 'quit' | 'hide' | 'ask' {
  if (isEnding || !keepsRunning || place === 'nowhere') return 'quit'
  return isTold || place === 'dock' ? 'hide' : 'ask'
}
