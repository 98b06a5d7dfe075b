export type ZoomStep = 'in' | 'out' | 'reset'

/** Chromium's zoom levels: 0 is 100 %, and each level is a fifth larger. The limits are 58 % and 249 %; text is unreadable beyond. */
export const MIN_ZOOM_LEVEL = -3
export const MAX_ZOOM_LEVEL = 5
/** Half a level, about a tenth. */
const STEP = 0.5

/** The zoom level after one step. All keys, menu items, commands and buttons that zoom use it. */
export function stepZoom(level: number, step: ZoomStep): number {
  if (step === 'reset') return 0
  const next = level + (step === 'in' ? STEP : -STEP)
  return Math.min(Math.max(next, MIN_ZOOM_LEVEL), MAX_ZOOM_LEVEL)
}
