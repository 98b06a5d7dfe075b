import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

type Expanded = {
  readonly expanded: ReadonlySet<string>
  readonly expand: (key: string, isExpanded: boolean) => void
  /** True from expanding a message until the list has measured it. */
  readonly isSettling: boolean
}

/**
 * The long messages that are expanded. The state is kept here, because a message outside the viewport is
 * not rendered. `onCollapsed` runs before the change is painted.
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
    // The list measures in the next frame and is done in the frame after that.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setSettling(false))
    })
    return () => cancelAnimationFrame(frame)
  }, [isSettling])
  return { expanded, expand, isSettling }
}
