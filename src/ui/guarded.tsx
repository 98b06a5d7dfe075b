import { createContext, type ReactNode, useContext } from 'react'
import { type BrokenPart, brokenPartOf } from './broken-part.ts'
import { ErrorBoundary } from './error-boundary.tsx'

/** Hears of each part that could not be drawn. */
export const BrokenParts = createContext<(broken: BrokenPart) => void>(() => {})

type GuardedProps = {
  /** For the log: "message", "conversation row". */
  readonly part: string
  /** What is drawn: once it is another object, it is drawn again. */
  readonly of: unknown
  /** Stands in its place, as high as it would be. */
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/** One of many things of a kind: where it cannot be drawn, it alone is missing. */
export function Guarded({ part, of, fallback, children }: GuardedProps) {
  const tell = useContext(BrokenParts)
  return (
    <ErrorBoundary of={of} onError={(error) => tell(brokenPartOf(part, error))} fallback={() => fallback}>
      {children}
    </ErrorBoundary>
  )
}

/** The same for a whole pane, which fills its place with a sentence. */
export function GuardedPane({ part, of, children }: Omit<GuardedProps, 'fallback'>) {
  const fallback = (
    <p role="alert" className="min-w-0 flex-1 p-4 text-base text-muted">
      This panel can’t be shown. The rest of the app still works.
    </p>
  )
  return (
    <Guarded part={part} of={of} fallback={fallback}>
      {children}
    </Guarded>
  )
}
