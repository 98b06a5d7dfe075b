import { DIALOGS } from './dialogs.ts'
import { INBOX } from './inbox.ts'
import type { Screen, Size } from './table.ts'

const SMALL: Size = { width: 640, height: 480 }
const LAPTOP: Size = { width: 1000, height: 700 }
const NARROW: Size = { width: 800, height: 600 }
const WIDE: Size = { width: 1920, height: 1080 }

function also(name: string, change: Partial<Screen> & { readonly name: string }): Screen {
  const screen = [...INBOX, ...DIALOGS].find((known) => known.name === name)
  if (screen === undefined) throw new Error(`no screen is called ${name}`)
  const { isInElectron: _, ...rest } = screen
  return { ...rest, ...change }
}

/** Screens in another size, contrast or direction. */
export const LOOKS: readonly Screen[] = [
  also('inbox', { name: 'small-list', size: SMALL }),
  also('thread', { name: 'small-thread', size: SMALL }),
  also('toast', { name: 'small-toast', size: SMALL }),
  also('thread', { name: 'icons', size: NARROW }),
  also('thread', { name: 'laptop', size: LAPTOP }),
  also('thread', { name: 'wide', size: WIDE }),
  also('thread', { name: 'contrast', contrast: 'more' }),
  also('selection', { name: 'forced-colours', forcedColors: 'active' }),
  also('thread', { name: 'right-to-left', language: 'ar-XB' }),
  also('outbox', { name: 'right-to-left-outbox', language: 'ar-XB' }),
]
