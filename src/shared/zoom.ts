export type ZoomStep = 'in' | 'out' | 'reset'

/** Chromium's zoom levels: 0 is 100 %, each level more is a fifth larger. From 58 % to 249 %: text is unreadable beyond. */
export const MIN_ZOOM_LEVEL = -3
export const MAX_ZOOM_LEVEL = 5
/** Half a level, about a tenth. */
const STEP = 0.5

/** The zoom level after one step, for every key, menu item, command and button that zooms. */
export function stepZoom(level: number, step: ZoomStep): number {
  if (step === 'reset') return 0
  const next = level + (step === 'in' ? STEP : -STEP)
  return Math.min(Math.max(next, MIN_ZOOM_LEVEL), MAX_ZOOM_LEVEL)
}
