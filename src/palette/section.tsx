import { Command as Cmdk } from 'cmdk'
import type { ReactNode } from 'react'
import type { Entry } from './entry.ts'
import { Row } from './row.tsx'

type SectionProps = {
  /** Null for a section without a heading. */
  readonly title: ReactNode
  readonly entries: readonly Entry[]
  readonly isInAll: boolean
  readonly onChoose: (entry: Entry) => void
}

export function Section({ title, entries, isInAll, onChoose }: SectionProps) {
  const rows = entries.map((entry) => <Row key={entry.id} entry={entry} isInAll={isInAll} onChoose={onChoose} />)
  if (title === null)
    return <div className="not-first:mt-2 not-first:border-t not-first:border-line not-first:pt-2">{rows}</div>
  return (
    <Cmdk.Group
      heading={title}
      className="not-first:mt-2 **:[[cmdk-group-heading]]:truncate **:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-faint"
    >
      {rows}
    </Cmdk.Group>
  )
}
