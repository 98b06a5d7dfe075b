import type { Bridge, BridgeEvents } from './shared/bridge.ts'

declare global {
  interface Window {
    /** Exposed by electron/preload.ts. */
    readonly bridge: Bridge & BridgeEvents
  }
}
