import type { Bridge } from '../shared/bridge.ts'
import type { BridgeEvents } from '../shared/bridge-events.ts'
import { receiveLink } from './link-store.ts'

/** Takes links from main, now and when one arrives. Main keeps a link while the app is locked or no workspace is open. */
export function followLinks(bridge: Pick<Bridge, 'takeLink'> & Pick<BridgeEvents, 'onLink'>): () => void {
  const take = async (): Promise<void> => {
    const taken = await bridge.takeLink({})
    if (taken.ok && taken.value !== null) receiveLink(taken.value)
  }
  void take()
  return bridge.onLink(() => void take())
}
