/** What the gallery shows at once: the overlays of one part would cover the others. */
export const PARTS = ['controls', 'content', 'menu', 'dialog'] as const
export type Part = (typeof PARTS)[number]

export type Look = {
  readonly name: string
  readonly theme: 'light' | 'dark'
  readonly contrast: 'usual' | 'high'
  readonly direction: 'ltr' | 'rtl'
}

export const LOOKS: readonly Look[] = [
  { name: 'light', theme: 'light', contrast: 'usual', direction: 'ltr' },
  { name: 'dark', theme: 'dark', contrast: 'usual', direction: 'ltr' },
  { name: 'light-high', theme: 'light', contrast: 'high', direction: 'ltr' },
  { name: 'dark-high', theme: 'dark', contrast: 'high', direction: 'ltr' },
  { name: 'light-rtl', theme: 'light', contrast: 'usual', direction: 'rtl' },
]

export const WIDTH = 720
export const HEIGHTS: Readonly<Record<Part, number>> = { controls: 940, content: 1000, menu: 300, dialog: 420 }

/** The address of a part in a look, relative to the gallery. */
export function addressOf(part: Part, { theme, contrast, direction }: Look): string {
  return `?${new URLSearchParams({ part, theme, contrast, direction }).toString()}`
}
