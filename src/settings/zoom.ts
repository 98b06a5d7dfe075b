import { text } from '../strings/text.ts'

/** "110%" for Chromium's zoom level: each level is a factor of 1.2. */
export function zoomWords(level: number): string {
  return text('words.zoom', { percent: Math.round(1.2 ** level * 100) })
}
