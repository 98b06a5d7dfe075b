import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

type Expanded = {
  readonly expanded: ReadonlySet<string>
  readonly expand: (key: string, isExpanded: boolean) => void
  /** True from the change until the list has measured it. */
  readonly isSettling: boolean
}

/**
 * Which long messages are shown whole: kept here, since one that is scrolled away is not drawn.
 * `onCollapsed` runs before the change is painted.
 */
export function useExpanded(onCollapsed: (key: string) => void): Expanded {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const [isSettling, setSettling] = useState(false)
  const collapsed = useRef<string | null>(null)
  const expand = useCallback((key: string, isExpanded: boolean) => {
    if (!isExpanded) collapsed.current = key
    setSettling(isExpanded)
    setExpanded((keys) => {
      const next = new Set(keys)
      if (isExpanded) next.add(key)
      else next.delete(key)
      return next
    })
  }, [])
  useLayoutEffect(() => {
    if (collapsed.current === null) return
    const key = collapsed.current
    collapsed.current = null
    onCollapsed(key)
  })
  useEffect(() => {
    if (!isSettling) return
    // The list measures in the frame after the change; in the one after that it is done.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setSettling(false))
    })
    return () => cancelAnimationFrame(frame)
  }, [isSettling])
  return { expanded, expand, isSettling }
}
