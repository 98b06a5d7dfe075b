import { useEffect, useState } from 'react'
import type { Bridge } from '../shared/bridge.ts'
import type { BridgeEvents } from '../shared/bridge-events.ts'

export type WaitingLinkBridge = Pick<Bridge, 'readWaitingLink'> & Pick<BridgeEvents, 'onLink'>

/** Whether a link waits in main. `isWanted`: no workspace is open, which would take it. */
export function useWaitingLink(bridge: WaitingLinkBridge, isWanted: boolean): boolean {
  const [isWaiting, setWaiting] = useState(false)
  useEffect(() => (isWanted ? watchWaitingLink(bridge, setWaiting) : undefined), [bridge, isWanted])
  return isWaiting && isWanted
}

/** Reports whether a link waits, now and after each link that arrives. Returns the function that stops it. */
export function watchWaitingLink(bridge: WaitingLinkBridge, report: (isWaiting: boolean) => void): () => void {
  let isStopped = false
  const read = async (): Promise<void> => {
    const result = await bridge.readWaitingLink({})
    if (result.ok && !isStopped) report(result.value)
  }
  void read()
  const unsubscribe = bridge.onLink(() => void read())
  return () => {
    isStopped = true
    unsubscribe()
  }
}
