import { useMemo, useState } from 'react'
import type { Intent } from '../db/op.ts'
import { discardOp, markDelivered, retryOp, sendAnyway, sendNow } from '../outbox/intents.ts'
import type { Act } from '../outbox/decisions.ts'
import { assertNever } from '../shared/failure.ts'
import { takeBackMessage } from '../view/view-field.ts'
import { actFor } from '../view/workspace-view.ts'
import { type OpenWorkspace, useWorkspace } from '../workspace.tsx'

/** An op that the user can act on. */
export type Target = {
  readonly opId: string
  readonly conversationId: string
  readonly kind: Intent['kind']
  readonly mayHaveArrived: boolean
  /** Its workspace, if that may be another than the acting one. */
  readonly open?: OpenWorkspace
}

export type Acts = {
  /** Stable while the pane is mounted. */
  readonly act: (act: Act, target: Target) => void
  /** The op whose discarding the user confirms now; null for none. */
  readonly discarding: Target | null
  readonly keep: () => void
  readonly discard: () => void
}

/** Runs the user's acts. The engine ignores one that comes too late, because the op has changed its state. */
export function useActs(): Acts {
  const { db: ownDb } = useWorkspace()
  const [discarding, setDiscarding] = useState<Target | null>(null)
  const runAct = useMemo(
    () => (act: Act, target: Target) => {
      const { opId, open } = target
      const db = open?.db ?? ownDb
      switch (act) {
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
          // Its text goes into the composer of its own workspace.
          if (open !== undefined) actFor(open.workspace.id)
          return takeBackMessage(target)
        case 'discard':
          return setDiscarding(target)
        default:
          return assertNever(act)
      }
    },
    [ownDb],
  )
  const keep = (): void => setDiscarding(null)
  const discard = (): void => {
    if (discarding !== null) void discardOp(discarding.open?.db ?? ownDb, { opId: discarding.opId })
    setDiscarding(null)
  }
  return { act: runAct, discarding, keep, discard }
}
