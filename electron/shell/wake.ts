import { powerMonitor } from 'electron'

/** Calls the listener after sleep, when the data on screen is old and timers are late. */
export function onWake(listener: () => void): void {
  powerMonitor.on('resume', listener)
  powerMonitor.on('unlock-screen', listener)
}
