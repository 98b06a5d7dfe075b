import type { Bridge } from './shared/bridge.ts'
import type { BridgeEvents } from './shared/bridge-events.ts'

declare global {
  interface Window {
    /** Exposed by electron/preload.ts. */
    readonly bridge: Bridge & BridgeEvents
  }
}
