import { useDeferredValue, useEffect, useState } from 'react'

type Segments = typeof import('./segments.ts')

/** What a text costs as SMS. Counted after the keystroke is on screen, and the counting itself is loaded at the first need. */
export function SegmentCounter({ text }: { readonly text: string }) {
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
  return <span title={loaded.segmentNote(count) ?? undefined}>{loaded.segmentWords(count)}</span>
}
