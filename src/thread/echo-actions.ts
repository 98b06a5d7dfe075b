import type { ThreadItem, ThreadView } from '../db/overlay.ts'
import type { OpState } from '../db/op.ts'
import { assertNever } from '../shared/failure.ts'

export type EchoAction = 'retry' | 'send-again' | 'edit' | 'discard'

/** What a person can do with a message that the server does not have. One that is on its way, or may be there, is left alone. */
export function echoActions(state: OpState, isHeldUp: boolean): readonly EchoAction[] {
  switch (state) {
    case 'failed':
      return ['retry', 'edit', 'discard']
    case 'asking':
      return ['send-again', 'edit', 'discard']
    case 'held':
      return ['edit', 'discard']
    case 'queued':
      // Online, a queued message is gone in a blink: buttons would only flash.
      return isHeldUp ? ['edit', 'discard'] : []
    case 'sending':
    case 'uncertain':
      return []
    default:
      return assertNever(state)
  }
}

/** The echoes that wait for a person to settle what stands before them: one conversation's ops go out in their order. */
export function findBlocked(view: Pick<ThreadView, 'items' | 'troubles'>): ReadonlySet<string> {
  const blocked = new Set<string>()
  let isBlocked = view.troubles.length > 0
  for (const { echo } of view.items) {
    if (echo === null) continue
    if (isBlocked && echo.state === 'queued') blocked.add(echo.opId)
    isBlocked ||= needsPerson(echo)
  }
  return blocked
}

function needsPerson(echo: NonNullable<ThreadItem['echo']>): boolean {
  return echo.state === 'failed' || echo.state === 'asking'
}
