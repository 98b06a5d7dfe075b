import { CircleHelp, Clock3, TriangleAlert } from 'lucide-react'
import { ActButtons } from '../../acts/act-buttons.tsx'
import type { Echo } from '../../db/overlay.ts'
import type { Act } from '../../outbox/decisions.ts'
import { classNames } from '../../ui/class-names.ts'
import { opLabel } from '../../words/op-label.ts'

type EchoLineProps = {
  readonly echo: Echo
  readonly text: string
  readonly acts: readonly Act[]
  readonly onAct: (act: Act, echo: Echo) => void
}

/** The state and the actions below a message that the server does not have yet. */
export function EchoLine({ echo, text, acts, onAct }: EchoLineProps) {
  const needsUser = echo.state === 'failed' || echo.state === 'asking'
  const Icon = ICONS[echo.state] ?? Clock3
  return (
    <div className="mt-1 flex max-w-full flex-wrap items-center justify-end gap-x-2 gap-y-1 text-xs">
      <span className={classNames('flex min-w-0 items-start gap-1', needsUser ? 'text-danger' : 'text-faint')}>
        <Icon size={12} aria-hidden="true" className="mt-0.5 shrink-0" />
        <span className="min-w-0 wrap-anywhere">
          {echo.state === 'asking' && <b className="font-medium">{opLabel('asking')} · </b>}
          {text}
        </span>
      </span>
      <span className="flex flex-wrap justify-end gap-1">
        <ActButtons acts={acts} kind="send" onAct={(act) => onAct(act, echo)} />
      </span>
    </div>
  )
}

const ICONS: Partial<Readonly<Record<Echo['state'], typeof Clock3>>> = {
  failed: TriangleAlert,
  asking: CircleHelp,
}
