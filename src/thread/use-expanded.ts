import { useCallback, useLayoutEffect, useRef, useState } from 'react'

type Expanded = {
  readonly expanded: ReadonlySet<string>
  readonly expand: (key: string, isExpanded: boolean) => void
}

/** Which long messages are shown whole: kept here, since one that is scrolled away is not drawn. `onChanged` runs before the change is painted. */
export function useExpanded(onChanged: (key: string) => void): Expanded {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const changed = useRef<string | null>(null)
  const expand = useCallback((key: string, isExpanded: boolean) => {
    changed.current = key
    setExpanded((keys) => {
      const next = new Set(keys)
      if (isExpanded) next.add(key)
      else next.delete(key)
      return next
    })
  }, [])
  useLayoutEffect(() => {
    if (changed.current === null) return
    const key = changed.current
    changed.current = null
    onChanged(key)
  })
  return { expanded, expand }
}
