/** "110 %": Chromium's level, where each one more is a fifth larger. */
export function zoomWords(level: number): string {
  return `${Math.round(1.2 ** level * 100)} %`
}
