import type { ReactNode } from 'react'
import type { Workspace } from '../shared/bridge.ts'
import { ChoiceScreen } from './choice-screen.tsx'
import type { Gate, GateActions } from './gate.ts'
import { LockScreen } from './lock-screen.tsx'
import { SealedScreen } from './sealed-screen.tsx'

type GateScreenProps = {
  readonly gate: Gate
  readonly actions: GateActions
  readonly platform: string
  readonly known: readonly Workspace[]
  /** Shown while main reads the key. */
  readonly waiting: ReactNode
  readonly onChoose: (workspaceId: string) => void
  readonly onConnect: () => void
}

/** What is on screen instead of a workspace that is not open yet. */
export function GateScreen({ gate, actions, platform, known, waiting, onChoose, onConnect }: GateScreenProps) {
  switch (gate.kind) {
    case 'locked':
      return <LockScreen asks={gate.asks} unlock={actions.unlock} />
    case 'reading-key':
      return waiting
    case 'choose':
      return <ChoiceScreen key={gate.workspace.id} platform={platform} {...actions} />
    case 'sealed':
      return (
        <SealedScreen
          key={gate.workspace.id}
          platform={platform}
          workspace={gate.workspace}
          why={gate.why}
          known={known}
          onChoose={onChoose}
          onConnect={onConnect}
          {...actions}
        />
      )
  }
}
