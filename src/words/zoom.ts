/** As far as the View menu goes: each step is half a level, which is about a tenth. */
const STEP = 0.5
const [SMALLEST, LARGEST] = [-3, 5] as const

export function stepZoom(level: number, step: 1 | -1): number {
  return Math.min(Math.max(level + step * STEP, SMALLEST), LARGEST)
}

/** "110 %": Chromium's level, where each one more is a fifth larger. */
export function zoomWords(level: number): string {
  return `${Math.round(1.2 ** level * 100)} %`
}
