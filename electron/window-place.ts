import { z } from 'zod'
import type { StateFile } from './storage/state-file.ts'

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Size = Pick<Rectangle, 'width' | 'height'>
type Bounds = Size & Partial<Rectangle>

/** Where the window stood. Persisted. */
export type WindowPlace = { readonly bounds: Rectangle; readonly isMaximized: boolean }

const place = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  isMaximized: z.boolean(),
})

/** A 1366 × 768 screen at 200 % with a panel is 683 × 360. Below 900 × 600 the panes get narrow; the page scrolls when it must. */
const MIN_SIZE: Size = { width: 640, height: 360 }
const FIRST_SIZE: Size = { width: 1_280, height: 800 }

/**
 * Where to open the window: where it was, moved and shrunk until it is inside one screen, so that its title bar can be reached. `screens` are
 * the work areas, the primary one first. When the stored screen is gone, the window opens in the middle of the primary one.
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

/** The smallest size of the window on a screen; never larger than the screen. */
export function minimumSize(workArea: Size): Size {
  return atMost(MIN_SIZE, workArea)
}

/** Moves a rectangle into a screen, and shrinks it where it is larger. */
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

/** The screen that shows most of the window, or null when none shows any of it. */
function homeOf(bounds: Rectangle, screens: readonly Rectangle[]): Rectangle | null {
  const areas = screens.map((screen) => sharedArea(screen, bounds))
  const largest = Math.max(...areas)
  return largest > 0 ? (screens[areas.indexOf(largest)] ?? null) : null
}

function sharedArea(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(width, 0) * Math.max(height, 0)
}

function atLeast(size: Size, least: Size): Size {
  return { width: Math.max(size.width, least.width), height: Math.max(size.height, least.height) }
}

function atMost(size: Size, most: Size): Size {
  return { width: Math.min(size.width, most.width), height: Math.min(size.height, most.height) }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max)
}

/** Keeps the place; a disk that refuses costs the place, not the work. */
export function keepPlace(file: StateFile, kept: WindowPlace): boolean {
  try {
    file.write(kept)
    return true
  } catch {
    return false
  }
}
