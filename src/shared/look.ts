export const THEMES = ['system', 'light', 'dark'] as const

/** How the window looks, whatever workspace is in it. */
export type Look = {
  readonly theme: (typeof THEMES)[number]
  /** As Chromium counts: 0 is 100 %, each step more is a fifth larger. */
  readonly zoomLevel: number
}
