import { powerMonitor } from 'electron'

/** After sleep, what is on screen is old and every timer is late: the listener reads again at once. */
export function onWake(listener: () => void): void {
  powerMonitor.on('resume', listener)
  powerMonitor.on('unlock-screen', listener)
}
