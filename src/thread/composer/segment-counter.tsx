import { useDeferredValue, useEffect, useState } from 'react'
import type { SegmentPrice } from '../../db/writing-settings.ts'

type Segments = typeof import('./segments.ts')

type SegmentCounterProps = {
  readonly text: string
  /** The price of one segment; null when not set. */
  readonly price: SegmentPrice | null
}

/** The length and cost of a text as SMS. It updates after the keystroke is painted, and its code loads on first use. */
export function SegmentCounter({ text, price }: SegmentCounterProps) {
  const [loaded, setLoaded] = useState<Segments | null>(null)
  const deferredText = useDeferredValue(text)
  useEffect(() => {
    let isCurrent = true
    void import('./segments.ts').then((segments) => isCurrent && setLoaded(segments))
    return () => {
      isCurrent = false
    }
  }, [])
  if (loaded === null) return null
  const count = loaded.countSegments(deferredText)
  const cost = loaded.costWords(count, price)
  return (
    <span title={loaded.segmentNote(count) ?? undefined}>
      {loaded.segmentWords(count)}
      {cost !== null && ` · ${cost}`}
    </span>
  )
}
