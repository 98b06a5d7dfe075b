import { success } from '../../../src/shared/failure.ts'
import type { Bridge } from '../../../src/shared/bridge.ts'
import { text } from '../../strings/text.ts'
import { badgeText } from './badge-image.ts'

/** The places outside the window that can show a count. */
export interface BadgePlaces {
  /** For the Dock of macOS and for Linux launchers that support it. */
  setCount(count: number): void
  /** For the taskbar of Windows, which shows an image. Null removes it. The description is for screen readers. */
  setOverlay(text: string | null, description: string): void
}

/** Shows the number of waiting conversations on the app's icon. Does nothing when the number is unchanged. */
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
  return count === 0 ? '' : text('badge.waiting', { count })
}
