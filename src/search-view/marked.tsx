import { useMemo } from 'react'
import { rangesOf } from '../search/query/matches.ts'
import type { Query } from '../search/query/query.ts'

/** A text with the matches of a query highlighted. The text must be harmless already, or the ranges would not fit what is shown. */
export function Marked({ text, query }: { readonly text: string; readonly query: Query }) {
  const ranges = useMemo(() => rangesOf(text, query), [text, query])
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark className="bg-transparent font-semibold text-accent">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  )
}
