import { CircleHelp, Clock3, TriangleAlert } from 'lucide-react'
import { ActButtons } from '../../acts/act-buttons.tsx'
import type { Echo } from '../../db/overlay.ts'
import type { Act } from '../../outbox/decisions.ts'
import { classNames } from '../../ui/class-names.ts'

type EchoLineProps = {
  readonly echo: Echo
  readonly words: string
  readonly acts: readonly Act[]
  readonly onAct: (act: Act, echo: Echo) => void
}

/** Below a message that the server does not have yet: where it stands, and what a person can do. */
export function EchoLine({ echo, words, acts, onAct }: EchoLineProps) {
  const needsPerson = echo.state === 'failed' || echo.state === 'asking'
  const Icon = ICONS[echo.state] ?? Clock3
  return (
    <div className="mt-1 flex max-w-full flex-wrap items-center justify-end gap-x-2 gap-y-1 text-xs">
      <span className={classNames('flex min-w-0 items-start gap-1', needsPerson ? 'text-danger' : 'text-faint')}>
        <Icon size={12} aria-hidden="true" className="mt-0.5 shrink-0" />
        <span className="min-w-0 wrap-anywhere">{words}</span>
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
