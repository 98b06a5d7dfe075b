import type { Echo, ThreadView } from '../../db/overlay.ts'
import type { OpStateContext } from '../../words/op-state.ts'

/** Where each echo stands in its conversation's queue, by its op's id: one conversation's ops go out in their order. */
export function placesOf(view: Pick<ThreadView, 'items' | 'troubles'>): ReadonlyMap<string, OpStateContext['place']> {
  const places = new Map<string, OpStateContext['place']>()
  let isBlocked = view.troubles.length > 0
  for (const { echo } of view.items) {
    if (echo === null) continue
    places.set(echo.opId, isBlocked ? 'blocked' : places.size > 0 ? 'behind' : 'first')
    isBlocked ||= needsPerson(echo)
  }
  return places
}

function needsPerson(echo: Echo): boolean {
  return echo.state === 'failed' || echo.state === 'asking'
}
