import type { BridgeParts } from '../../electron/parts/bridge-parts.ts'
import type { Background } from '../../src/shared/lifecycle/background.ts'
import { success } from '../../src/shared/failure.ts'

export const NO_TRAY: Background = {
  keepsRunning: true,
  opensAtLogin: false,
  startsHidden: true,
  place: 'nowhere',
  managed: [],
}

/** A system without a tray, and no link to the app. */
export const NO_LIFECYCLE: Pick<BridgeParts, 'background' | 'appLinks' | 'typedSaved'> = {
  typedSaved: () => {},
  background: {
    readBackground: async () => success(NO_TRAY),
    setBackground: async (change) => success({ ...NO_TRAY, ...change }),
  },
  appLinks: { readWaitingLink: async () => success(false), takeLink: async () => success(null) },
}
