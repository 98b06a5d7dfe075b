import type { ZoomStep } from '../../src/shared/zoom.ts'

/** The part of Electron's `Input` that the app uses. */
export type KeyInput = {
  readonly type: string
  readonly key: string
  readonly code: string
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly meta: boolean
}

/** The action of a key before the page gets it. `none`: no action, and the page does not get the key. */
export type WindowKey = { readonly zoom: ZoomStep } | 'menu-bar' | 'none'

/**
 * Keyed by character, so that every layout works: + is Shift+= on an American keyboard, a separate key on a German one, and a key of
 * the numeric keypad. Chromium's zoom accepts = and _ too.
 */
const ZOOM_KEYS: ReadonlyMap<string, ZoomStep> = new Map([
  ['+', 'in'],
  ['=', 'in'],
  ['-', 'out'],
  ['_', 'out'],
  ['0', 'reset'],
])

const ALT_KEYS: ReadonlySet<string> = new Set(['Alt', 'AltGraph', 'AltLeft', 'AltRight'])

/** The action of a key; null leaves the key to the page. */
export function windowKey(input: KeyInput, platform: string): WindowKey | null {
  const zoom = zoomOf(input, platform)
  if (zoom !== null) return input.type === 'keyDown' ? { zoom } : null
  if (platform === 'darwin') return null
  // Alt alone would open the menu bar on release, also when the user switches the keyboard layout while typing. `code` is checked too,
  // because X11 reports Alt with Shift as Meta.
  if (ALT_KEYS.has(input.key) || ALT_KEYS.has(input.code)) return 'none'
  const isPlain = !input.control && !input.shift && !input.alt && !input.meta
  return input.key === 'F10' && isPlain ? menuBarOf(input) : null
}

function menuBarOf({ type }: KeyInput): WindowKey {
  return type === 'keyDown' ? 'menu-bar' : 'none'
}

function zoomOf({ key, code, control, shift, alt, meta }: KeyInput, platform: string): ZoomStep | null {
  const [mod, other] = platform === 'darwin' ? [meta, control] : [control, meta]
  // Windows reports AltGr, which types characters, as Ctrl+Alt.
  if (!mod || other || alt) return null
  // A French keyboard has à on the 0 key.
  if (code === 'Digit0' && !shift) return 'reset'
  return ZOOM_KEYS.get(key) ?? null
}
