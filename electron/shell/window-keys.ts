import type { ZoomStep } from '../../src/shared/zoom.ts'

/** The part of Electron's `Input` that decides. */
export type KeyInput = {
  readonly type: string
  readonly key: string
  readonly code: string
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly meta: boolean
}

/** What a key does before the page hears of it. `none`: nothing, and the page does not hear of it either. */
export type WindowKey = { readonly zoom: ZoomStep } | 'menu-bar' | 'none'

/**
 * By the character, so that every layout works: + is Shift and = on an American keyboard, a key of its own on a German one, and the numeric
 * keypad has one, too. Chromium's own zoom takes = and _ as well.
 */
const ZOOM_KEYS: ReadonlyMap<string, ZoomStep> = new Map([
  ['+', 'in'],
  ['=', 'in'],
  ['-', 'out'],
  ['_', 'out'],
  ['0', 'reset'],
])

const ALT_KEYS: ReadonlySet<string> = new Set(['Alt', 'AltGraph', 'AltLeft', 'AltRight'])

/** Decides about a key of the window; null leaves it to the page. */
export function windowKey(input: KeyInput, platform: string): WindowKey | null {
  const zoom = zoomOf(input, platform)
  if (zoom !== null) return input.type === 'keyDown' ? { zoom } : null
  if (platform === 'darwin') return null
  // Alt alone would open the menu bar when it is released. It also switches the keyboard layout, in the middle of a sentence. By the place
  // of the key too: with Shift, X calls it Meta.
  if (ALT_KEYS.has(input.key) || ALT_KEYS.has(input.code)) return 'none'
  const isPlain = !input.control && !input.shift && !input.alt && !input.meta
  return input.key === 'F10' && isPlain ? menuBarOf(input) : null
}

function menuBarOf({ type }: KeyInput): WindowKey {
  return type === 'keyDown' ? 'menu-bar' : 'none'
}

function zoomOf({ key, code, control, shift, alt, meta }: KeyInput, platform: string): ZoomStep | null {
  const [mod, other] = platform === 'darwin' ? [meta, control] : [control, meta]
  // Windows reports AltGr as Ctrl and Alt: it types.
  if (!mod || other || alt) return null
  // A French keyboard has à on the key of the 0.
  if (code === 'Digit0' && !shift) return 'reset'
  return ZOOM_KEYS.get(key) ?? null
}
