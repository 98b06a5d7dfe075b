import { useDeferredValue, useEffect, useState } from 'react'
import type { SegmentPrice } from '../../db/writing-settings.ts'

type Segments = typeof import('./segments.ts')

type SegmentCounterProps = {
  readonly text: string
  /** Of one segment; null where nobody said. */
  readonly price: SegmentPrice | null
}

/** What a text costs as SMS. Counted after the keystroke is on screen, and the counting itself is loaded at the first need. */
export function SegmentCounter({ text, price }: SegmentCounterProps) {
  const [loaded, setLoaded] = useState<Segments | null>(null)
  const counted = useDeferredValue(text)
  useEffect(() => {
    let isCurrent = true
    void import('./segments.ts').then((segments) => isCurrent && setLoaded(segments))
    return () => {
      isCurrent = false
    }
  }, [])
  if (loaded === null) return null
  const count = loaded.countSegments(counted)
  const cost = loaded.costWords(count, price)
  return (
    <span title={loaded.segmentNote(count) ?? undefined}>
      {loaded.segmentWords(count)}
      {cost !== null && ` · ${cost}`}
    </span>
  )
}
