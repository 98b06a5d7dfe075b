import { useShortcut } from '../commands/keys/shortcut.ts'
import type { Intent } from '../db/op.ts'
import type { Act } from '../outbox/decisions.ts'
import { Button } from '../ui/button.tsx'
import { actLabel } from './act-label.ts'

type ActButtonsProps = {
  readonly acts: readonly Act[]
  readonly kind: Intent['kind']
  readonly onAct: (act: Act) => void
}

/** Acts with a prominent button. */
const PROMINENT: ReadonlySet<Act> = new Set(['retry', 'send anyway', 'undo'])

export function ActButtons({ acts, kind, onAct }: ActButtonsProps) {
  const undoKey = useShortcut('undo')
  const wasTried = acts.includes('it was delivered')
  return acts.map((act) => (
    <Button
      key={act}
      size="sm"
      variant={PROMINENT.has(act) ? 'secondary' : 'ghost'}
      shortcut={act === 'undo' ? undoKey : undefined}
      onClick={() => onAct(act)}
    >
      {actLabel(act, kind, wasTried)}
    </Button>
  ))
}
