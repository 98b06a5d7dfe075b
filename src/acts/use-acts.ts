import { useMemo, useState } from 'react'
import type { Intent } from '../db/op.ts'
import { discardOp, markDelivered, retryOp, sendAnyway, sendNow } from '../outbox/intents.ts'
import type { Act } from '../outbox/decisions.ts'
import { assertNever } from '../shared/failure.ts'
import { takeBackMessage } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'

/** An op that a person may do something with. */
export type Target = {
  readonly opId: string
  readonly conversationId: string
  readonly kind: Intent['kind']
  readonly mayHaveArrived: boolean
}

export type Acts = {
  /** The same function for as long as the pane is on screen. */
  readonly act: (act: Act, target: Target) => void
  /** What is about to be thrown away: asked first. Null while nothing is. */
  readonly discarding: Target | null
  readonly keep: () => void
  readonly discard: () => void
}

/** Does what a person asks. What comes too late is left undone by the engine: the op moved on while they looked. */
export function useActs(): Acts {
  const { db } = useWorkspace()
  const [discarding, setDiscarding] = useState<Target | null>(null)
  const act = useMemo(
    () => (wanted: Act, target: Target) => {
      const { opId } = target
      switch (wanted) {
        case 'retry':
          return void retryOp(db, { opId })
        case 'send anyway':
          return void sendAnyway(db, { opId })
        case 'send now':
          return void sendNow(db, { opId })
        case 'it was delivered':
          return void markDelivered(db, { opId })
        case 'edit':
        case 'undo':
          return takeBackMessage(target)
        case 'discard':
          return setDiscarding(target)
        default:
          return assertNever(wanted)
      }
    },
    [db],
  )
  const keep = (): void => setDiscarding(null)
  const discard = (): void => {
    if (discarding !== null) void discardOp(db, { opId: discarding.opId })
    setDiscarding(null)
  }
  return { act, discarding, keep, discard }
}
