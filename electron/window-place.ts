import { z } from 'zod'
import type { StateFile } from './state-file.ts'

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where the window stood. Persisted. */
export type Place = { readonly bounds: Rectangle; readonly isMaximized: boolean }

const place = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  isMaximized: z.boolean(),
})

/** Below this, list and thread no longer stand beside each other. */
export const MIN_SIZE = { width: 900, height: 600 } as const
const FIRST_SIZE = { width: 1_280, height: 800 } as const

/** How much of the window, px each way, must lie on a screen for a hand to catch it. */
const CATCHABLE_PX = 100

/**
 * Where to open: as it was left, but never out of sight: the screen it stood on may be gone. Without a `bounds` position
 * the system centres it.
 */
export function placeToOpen(
  stored: unknown,
  screens: readonly Rectangle[],
): { readonly bounds: Partial<Rectangle>; readonly isMaximized: boolean } {
  const read = place.safeParse(stored)
  if (!read.success) return { bounds: FIRST_SIZE, isMaximized: false }
  const { bounds, isMaximized } = read.data
  const size = { width: Math.max(bounds.width, MIN_SIZE.width), height: Math.max(bounds.height, MIN_SIZE.height) }
  const isCatchable = screens.some((screen) => overlap(screen, bounds) >= CATCHABLE_PX)
  return { bounds: isCatchable ? { x: bounds.x, y: bounds.y, ...size } : size, isMaximized }
}

/** The shorter side of what two rectangles share, px; negative when they are apart. */
function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.min(width, height)
}

/** Keeps the place; a disk that refuses costs the place, not the work. */
export function keepPlace(file: StateFile, kept: Place): boolean {
  try {
    file.write(kept)
    return true
  } catch {
    return false
  }
}
