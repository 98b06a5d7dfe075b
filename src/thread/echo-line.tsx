import { CircleHelp, Clock3, TriangleAlert } from 'lucide-react'
import type { Echo } from '../db/overlay.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { echoActions, type EchoAction } from './echo-actions.ts'

type EchoLineProps = {
  readonly echo: Echo
  readonly words: string
  /** True while something before it in the queue, or the network, holds it back. */
  readonly isHeldUp: boolean
  readonly onAct: (action: EchoAction, opId: string) => void
}

const ACTION_LABELS: Readonly<Record<EchoAction, string>> = {
  retry: 'Retry',
  'send-again': 'Send again',
  edit: 'Edit',
  discard: 'Discard',
}

/** Below a message that the server does not have yet: where it stands, and what a person can do. */
export function EchoLine({ echo, words, isHeldUp, onAct }: EchoLineProps) {
  const needsPerson = echo.state === 'failed' || echo.state === 'asking'
  const Icon = echo.state === 'failed' ? TriangleAlert : echo.state === 'asking' ? CircleHelp : Clock3
  return (
    <div className="mt-1 flex max-w-full flex-wrap items-center justify-end gap-x-2 gap-y-1 text-xs">
      <span className={classNames('flex min-w-0 items-start gap-1', needsPerson ? 'text-danger' : 'text-faint')}>
        <Icon size={12} aria-hidden="true" className="mt-0.5 shrink-0" />
        <span className="min-w-0 wrap-anywhere">{words}</span>
      </span>
      <span className="flex gap-1">
        {echoActions(echo.state, isHeldUp).map((action) => (
          <Button
            key={action}
            size="sm"
            variant={action === 'retry' || action === 'send-again' ? 'secondary' : 'ghost'}
            onClick={() => onAct(action, echo.opId)}
          >
            {ACTION_LABELS[action]}
          </Button>
        ))}
      </span>
    </div>
  )
}
