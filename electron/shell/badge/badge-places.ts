import { app, type BrowserWindow, nativeImage } from 'electron'
import { BADGE_SIZE, drawBadge } from './badge-image.ts'
import type { BadgePlaces } from './badge.ts'

export function makeBadgePlaces(windowOf: () => BrowserWindow | null): BadgePlaces {
  return {
    setCount: (count) => void app.setBadgeCount(count),
    setOverlay(text, description) {
      const size = { width: BADGE_SIZE, height: BADGE_SIZE, scaleFactor: 2 }
      const image = text === null ? null : nativeImage.createFromBitmap(drawBadge(text), size)
      windowOf()?.setOverlayIcon(image, description)
    },
  }
}
