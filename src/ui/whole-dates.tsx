import type { ReactNode } from 'react'

/** As a query has it: 2026-11-20 or 2026-11. */
const DATE = /(?<![\d-])(\d{4}-\d{1,2}(?:-\d{1,2})?)(?![\d-])/

/** A sentence in which no line ends at a hyphen of a date. */
export function withWholeDates(sentence: string): ReactNode {
  // Each second part is a date.
  return sentence.split(DATE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ),
  )
}
