import type { Echo, ThreadView } from '../../db/overlay.ts'
import type { OpStateContext } from '../../words/op-state.ts'

/** The position of each echo in the queue of its conversation, by op id. Ops of one conversation are sent in order. */
export function placesOf(view: Pick<ThreadView, 'items' | 'troubles'>): ReadonlyMap<string, OpStateContext['place']> {
  const places = new Map<string, OpStateContext['place']>()
  let isBlocked = view.troubles.length > 0
  for (const { echo } of view.items) {
    if (echo === null) continue
    places.set(echo.opId, isBlocked ? 'blocked' : places.size > 0 ? 'behind' : 'first')
    isBlocked ||= needsUser(echo)
  }
  return places
}

function needsUser(echo: Echo): boolean {
  return echo.state === 'failed' || echo.state === 'asking'
}
