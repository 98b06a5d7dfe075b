export const THEMES = ['system', 'light', 'dark'] as const

/** The window's appearance, independent of the workspace. */
export type Look = {
  readonly theme: (typeof THEMES)[number]
  /** Chromium's zoom level: 0 is 100 %, and each level is a fifth larger than the one below. */
  readonly zoomLevel: number
}
