import { ActButtons } from '../acts/act-buttons.tsx'
import { offeredActs } from '../acts/allowed-acts.ts'
import type { Acts } from '../acts/use-acts.ts'
import type { Trouble } from '../db/overlay.ts'
import { Banner } from '../ui/banner.tsx'
import { useNow } from '../ui/use-now.ts'
import { intentWords } from '../words/intent.ts'
import { opStateWords } from '../words/op-state.ts'
import { useIsOffline } from '../words/use-is-offline.ts'

type TroublesProps = {
  readonly conversationId: string
  readonly troubles: readonly Trouble[]
  readonly onAct: Acts['act']
}

/** Changes that need the user. The other ops of this conversation wait behind them. */
export function Troubles({ conversationId, troubles, onAct }: TroublesProps) {
  const context = { now: useNow(60_000), isOffline: useIsOffline(), place: 'first' } as const
  return troubles.map((trouble) => (
    <Banner
      key={trouble.opId}
      tone="danger"
      action={
        <span className="flex shrink-0 gap-1">
          <ActButtons
            acts={offeredActs(trouble, trouble.intent.kind, context)}
            kind={trouble.intent.kind}
            onAct={(act) => onAct(act, { ...trouble, conversationId, kind: trouble.intent.kind })}
          />
        </span>
      }
    >
      <p className="line-clamp-2 font-medium wrap-anywhere">{intentWords(trouble.intent)}</p>
      <p className="wrap-anywhere">{opStateWords(trouble, trouble.intent.kind, context)}</p>
    </Banner>
  ))
}
