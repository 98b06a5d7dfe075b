import type { Bridge, BridgeEvents } from './shared/bridge.ts'

declare global {
  interface Window {
    /** Put in place by electron/preload.ts. */
    readonly bridge: Bridge & BridgeEvents
  }
}
