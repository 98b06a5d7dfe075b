import { success } from '../../../src/shared/failure.ts'
import type { Bridge } from '../../../src/shared/bridge.ts'
import { badgeText } from './badge-image.ts'

/** Where a count can stand outside the window. */
export interface BadgePlaces {
  /** The dock of macOS, and launchers of Linux that know how. */
  setCount(count: number): void
  /** The task bar of Windows, which shows pictures only; null takes it away. The words are for a screen reader. */
  setOverlay(text: string | null, description: string): void
}

/** Puts the number of those who wait on the app's icon; asked again with the same number it does nothing. */
export function makeBadge(platform: string, places: BadgePlaces): Pick<Bridge, 'showBadge'> {
  let shown = 0
  return {
    async showBadge({ count }) {
      if (count === shown) return success(null)
      shown = count
      if (platform === 'win32') places.setOverlay(count === 0 ? null : badgeText(count), describe(count))
      else places.setCount(count)
      return success(null)
    },
  }
}

function describe(count: number): string {
  if (count === 0) return ''
  return count === 1 ? '1 conversation waits' : `${count} conversations wait`
}
