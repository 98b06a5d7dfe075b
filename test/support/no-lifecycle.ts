import type { LinkBridge } from '../../src/shared/lifecycle/app-link.ts'
import type { Background, BackgroundBridge } from '../../src/shared/lifecycle/background.ts'
import { success } from '../../src/shared/failure.ts'

export const NO_TRAY: Background = {
  keepsRunning: true,
  opensAtLogin: false,
  startsHidden: true,
  place: 'nowhere',
  managed: [],
}

/** A system without a tray, and no link to the app. */
export const NO_LIFECYCLE: { readonly background: BackgroundBridge; readonly appLinks: LinkBridge } = {
  background: {
    typedSaved: async () => success(null),
    readBackground: async () => success(NO_TRAY),
    setBackground: async (change) => success({ ...NO_TRAY, ...change }),
  },
  appLinks: { readWaitingLink: async () => success(false), takeLink: async () => success(null) },
}
