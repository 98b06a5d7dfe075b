import { type ContextType, createContext, type ReactNode } from 'react'
import { text } from '../strings/text.ts'
import { type BrokenPart, brokenPartOf } from './broken-part.ts'
import { Boundary } from './error-boundary.tsx'

/** Reports each part that couldn't be rendered. */
export const BrokenParts = createContext<(broken: BrokenPart) => void>(() => {})

type GuardedProps = {
  /** For the log: "message", "conversation row". */
  readonly part: string
  /** The rendered value: a new object is rendered again. */
  readonly of: unknown
  /** Shown instead, at the same height. */
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/** An error boundary for one item of a list: the other items stay. One component, because every row and every message has one. */
export class Guarded extends Boundary<GuardedProps> {
  static override contextType = BrokenParts
  declare context: ContextType<typeof BrokenParts>

  override componentDidCatch(error: Error) {
    this.context(brokenPartOf(this.props.part, error))
  }

  protected override instead() {
    return this.props.fallback
  }
}

/** An error boundary for a whole pane. Shows a message instead. */
export function GuardedPane({ part, of, children }: Omit<GuardedProps, 'fallback'>) {
  const fallback = (
    <p role="alert" className="min-w-0 flex-1 p-4 text-base text-muted">
      {text('words.brokenPanel')}
    </p>
  )
  return (
    <Guarded part={part} of={of} fallback={fallback}>
      {children}
    </Guarded>
  )
}
