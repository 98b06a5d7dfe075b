/** Pixels. Windows shows the badge at 16 px, and at 32 px on high-resolution screens. */
export const BADGE_SIZE = 32

/** Bitmaps of 3 × 5 pixels, with one number for each row. */
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  '1': [0b010, 0b110, 0b010, 0b010, 0b111],
  '2': [0b111, 0b001, 0b111, 0b100, 0b111],
  '3': [0b111, 0b001, 0b111, 0b001, 0b111],
  '4': [0b101, 0b101, 0b111, 0b001, 0b001],
  '5': [0b111, 0b100, 0b111, 0b001, 0b111],
  '6': [0b111, 0b100, 0b111, 0b101, 0b111],
  '7': [0b111, 0b001, 0b010, 0b010, 0b010],
  '8': [0b111, 0b101, 0b111, 0b101, 0b111],
  '9': [0b111, 0b101, 0b111, 0b001, 0b111],
  '+': [0b000, 0b010, 0b111, 0b010, 0b000],
}

/** The text in the badge, which has room for two characters. */
export function badgeText(count: number): string {
  return count > 9 ? '9+' : String(count)
}

/** Colours in Electron's byte order: blue, green, red, alpha. */
const RED = [0x2f, 0x29, 0xc0, 0xff] as const
const WHITE = [0xff, 0xff, 0xff, 0xff] as const

/** A red disc with white text, four bytes per pixel. */
export function drawBadge(text: string): Buffer {
  const pixels = Buffer.alloc(BADGE_SIZE * BADGE_SIZE * 4)
  const middle = (BADGE_SIZE - 1) / 2
  for (let y = 0; y < BADGE_SIZE; y += 1)
    for (let x = 0; x < BADGE_SIZE; x += 1)
      if (Math.hypot(x - middle, y - middle) <= BADGE_SIZE / 2) setPixel(pixels, x, y, RED)
  const scale = text.length > 1 ? 3 : 4
  const width = text.length * 4 - 1
  const left = Math.round((BADGE_SIZE - width * scale) / 2)
  const top = Math.round((BADGE_SIZE - 5 * scale) / 2)
  for (let y = 0; y < 5 * scale; y += 1)
    for (let x = 0; x < width * scale; x += 1)
      if (isInked(text, Math.floor(x / scale), Math.floor(y / scale))) setPixel(pixels, left + x, top + y, WHITE)
  return pixels
}

function isInked(text: string, column: number, row: number): boolean {
  const bits = GLYPHS[text[Math.floor(column / 4)] ?? '']?.[row] ?? 0
  return column % 4 < 3 && ((bits >> (2 - (column % 4))) & 1) === 1
}

function setPixel(pixels: Buffer, x: number, y: number, colour: readonly number[]): void {
  pixels.set(colour, (y * BADGE_SIZE + x) * 4)
}
