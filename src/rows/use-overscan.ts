import { useEffect, useState } from 'react'
import { untilIdle } from '../ui/until-idle.ts'

/** Rows rendered beyond each edge, so that moving the selection by one row never shows a blank row. */
const OVERSCAN = 6

/**
 * The number of rows to render beyond each edge of a list. None while a new list is drawn, so that the rows on screen come first; the others
 * follow when the window is idle. `list` identifies what is listed. `isUsed`: the user moves along the list, or may scroll it.
 */
export function useOverscan(list: string, isUsed = true): number {
  const [drawn, setDrawn] = useState<string | null>(null)
  useEffect(() => {
    if (!isUsed) return
    let isCurrent = true
    void untilIdle().then(() => {
      if (isCurrent) setDrawn(list)
    })
    return () => {
      isCurrent = false
    }
  }, [list, isUsed])
  return drawn === list ? OVERSCAN : 0
}
