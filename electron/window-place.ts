import { z } from 'zod'
import type { StateFile } from './storage/state-file.ts'

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Size = Pick<Rectangle, 'width' | 'height'>
type Bounds = Size & Partial<Rectangle>

/** The last position and size of the window. Persisted. */
export type WindowPlace = { readonly bounds: Rectangle; readonly isMaximized: boolean }

const place = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  isMaximized: z.boolean(),
})

/** A 1366 × 768 screen at 200 % with a taskbar leaves 683 × 360. Below 760 pixels the page shows one pane at a time. */
const MIN_SIZE: Size = { width: 640, height: 360 }
const FIRST_SIZE: Size = { width: 1_280, height: 800 }

/**
 * The position for a new window: the stored one, moved and shrunk to fit one screen, so that the user can reach its title bar.
 * `screens` are the work areas, the primary one first. If the stored screen is gone, the window is centred on the primary one.
 */
export function placeToOpen(
  stored: unknown,
  screens: readonly Rectangle[],
): { readonly bounds: Bounds; readonly isMaximized: boolean } {
  const read = place.safeParse(stored)
  const [primary] = screens
  const size = read.success ? atLeast(read.data.bounds, MIN_SIZE) : FIRST_SIZE
  const isMaximized = read.success && read.data.isMaximized
  if (primary === undefined) return { bounds: size, isMaximized }
  const home = read.success ? homeOf(read.data.bounds, screens) : null
  if (!read.success || home === null) return { bounds: centre(size, primary), isMaximized }
  return { bounds: fit({ ...read.data.bounds, ...size }, home), isMaximized }
}

/** The minimum size of the window, which is never larger than the screen. */
export function minimumSize(workArea: Size): Size {
  return atMost(MIN_SIZE, workArea)
}

/** Moves a rectangle into a screen, and shrinks it if it is larger. */
function fit(bounds: Rectangle, screen: Rectangle): Rectangle {
  const { width, height } = atMost(bounds, screen)
  return {
    x: clamp(bounds.x, screen.x, screen.x + screen.width - width),
    y: clamp(bounds.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  }
}

function centre(wanted: Size, screen: Rectangle): Rectangle {
  const { width, height } = atMost(wanted, screen)
  return {
    x: screen.x + Math.floor((screen.width - width) / 2),
    y: screen.y + Math.floor((screen.height - height) / 2),
    width,
    height,
  }
}

/** The screen that shows the largest part of the window; null when no screen shows any part. */
function homeOf(bounds: Rectangle, screens: readonly Rectangle[]): Rectangle | null {
  const areas = screens.map((screen) => sharedArea(screen, bounds))
  const largest = Math.max(...areas)
  return largest > 0 ? (screens[areas.indexOf(largest)] ?? null) : null
}

function sharedArea(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(width, 0) * Math.max(height, 0)
}

function atLeast(size: Size, min: Size): Size {
  return { width: Math.max(size.width, min.width), height: Math.max(size.height, min.height) }
}

function atMost(size: Size, max: Size): Size {
  return { width: Math.min(size.width, max.width), height: Math.min(size.height, max.height) }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max)
}

/** Stores the position. False when it cannot be written, which must not stop the app. */
export function keepPlace(file: StateFile, kept: WindowPlace): boolean {
  try {
    file.write(kept)
    return true
  } catch {
    return false
  }
}
