import type { Trouble } from '../db/overlay.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { failureCause } from '../words/failure.ts'

type TroublesProps = {
  readonly troubles: readonly Trouble[]
  readonly onRetry: (opId: string) => void
  readonly onDiscard: (trouble: Trouble) => void
}

const WHAT: Readonly<Record<Trouble['what'], { readonly failed: string; readonly asking: string }>> = {
  create: {
    failed: 'This conversation could not be started.',
    asking: 'This conversation may or may not have been started.',
  },
  patch: { failed: 'A change was not accepted.', asking: 'A change may or may not have been accepted.' },
  close: { failed: 'Closing was not accepted.', asking: 'Closing may or may not have been accepted.' },
}

/** Changes that wait for a person. Everything else in this conversation waits behind them. */
export function Troubles({ troubles, onRetry, onDiscard }: TroublesProps) {
  return troubles.map((trouble) => (
    <Banner
      key={trouble.opId}
      tone="danger"
      action={
        <span className="flex shrink-0 gap-1">
          <Button size="sm" onClick={() => onRetry(trouble.opId)}>
            Retry
          </Button>
          <Button size="sm" variant="ghost" onClick={() => onDiscard(trouble)}>
            Discard
          </Button>
        </span>
      }
    >
      {WHAT[trouble.what][trouble.state === 'asking' ? 'asking' : 'failed']}{' '}
      {trouble.failure !== null && failureCause(trouble.failure)}
    </Banner>
  ))
}
