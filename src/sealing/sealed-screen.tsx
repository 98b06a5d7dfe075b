import { ArrowRight, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Workspace } from '../shared/bridge.ts'
import { text, type TextId } from '../strings/text.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { DeleteDataDialog } from './delete-data-dialog.tsx'
import type { GateActions } from './gate.ts'
import { GateFrame } from './gate-frame.tsx'
import { keptWords } from './kept-words.ts'
import type { WhySealed } from './read-key.ts'
import { useKept } from './use-kept.ts'

/** `isDeletable`: deleting the data would help. An update helps against `newer`, and free space against `unwritable`. */
const REASONS = {
  keychain: { title: 'sealing.sealed.keychain.title', about: 'sealing.sealed.keychain.text', isDeletable: true },
  missing: { title: 'sealing.sealed.missing.title', about: 'sealing.sealed.missing.text', isDeletable: true },
  damaged: { title: 'sealing.sealed.damaged.title', about: 'sealing.sealed.damaged.text', isDeletable: true },
  newer: { title: 'sealing.sealed.newer.title', about: 'sealing.sealed.newer.text', isDeletable: false },
  unwritable: { title: 'sealing.sealed.unwritable.title', about: 'sealing.sealed.unwritable.text', isDeletable: false },
  refused: { title: 'sealing.sealed.refused.title', about: 'sealing.sealed.refused.text', isDeletable: false },
} as const satisfies Record<
  WhySealed,
  { readonly title: TextId; readonly about: TextId; readonly isDeletable: boolean }
>

export type SealedScreenProps = Pick<GateActions, 'tryAgain' | 'restart' | 'deleteData'> & {
  readonly platform: string
  readonly workspace: Workspace
  readonly why: WhySealed
  /** All workspaces of this device. */
  readonly known: readonly Workspace[]
  readonly onChoose: (workspaceId: string) => void
  /** Shows the first screen, to connect another workspace. */
  readonly onConnect: () => void
}

/** Shown when a workspace's data cannot be opened: why, what is still there, and what the user can do. */
export function SealedScreen(props: SealedScreenProps) {
  const { platform, workspace, why, known, onChoose, onConnect, tryAgain, restart, deleteData } = props
  const kept = useKept(workspace.databaseName)
  const [isDeleting, setDeleting] = useState(false)
  const { title, about, isDeletable } = REASONS[why]
  // There the keychain is asked only once in each start.
  const needsRestart = why === 'keychain' && platform === 'linux'
  const others = known.filter(({ id }) => id !== workspace.id)
  return (
    <GateFrame title={text(title)}>
      <div className="flex flex-col gap-2 text-base text-muted">
        <p role="alert">{text(about, { workspace: workspace.name })}</p>
        {kept !== 'counting' && <p>{keptWords(kept)}</p>}
        {needsRestart && <p>{text('sealing.sealed.keychain.restart')}</p>}
      </div>
      <div className="flex flex-col items-start gap-2">
        {needsRestart ? (
          <Button variant="primary" autoFocus onClick={() => void restart()}>
            {text('sealing.restart')}
          </Button>
        ) : (
          <TryAgain tryAgain={tryAgain} />
        )}
        {isDeletable && (
          <Button variant="ghost" className="-ms-3" disabled={kept === 'counting'} onClick={() => setDeleting(true)}>
            {text('sealing.sealed.delete')}
          </Button>
        )}
      </div>
      <Others workspaces={others} onChoose={onChoose} onConnect={onConnect} />
      {isDeleting && kept !== 'counting' && (
        <DeleteDataDialog
          workspace={workspace}
          kept={kept}
          deleteData={deleteData}
          onClose={() => setDeleting(false)}
        />
      )}
    </GateFrame>
  )
}

function TryAgain({ tryAgain }: Pick<GateActions, 'tryAgain'>) {
  const [state, setState] = useState<'idle' | 'trying' | 'unchanged'>('idle')
  const run = async (): Promise<void> => {
    setState('trying')
    await tryAgain()
    // Still here: otherwise the workspace is open.
    setState('unchanged')
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button
        variant="primary"
        autoFocus
        aria-disabled={state === 'trying' || undefined}
        onClick={() => {
          if (state !== 'trying') void run()
        }}
      >
        {text(state === 'trying' ? 'sealing.sealed.trying' : 'sealing.sealed.tryAgain')}
      </Button>
      <p role="status" className="text-sm text-muted">
        {state === 'unchanged' && text('sealing.sealed.noChange')}
      </p>
    </div>
  )
}

type OthersProps = Pick<SealedScreenProps, 'onChoose' | 'onConnect'> & { readonly workspaces: readonly Workspace[] }

function Others({ workspaces, onChoose, onConnect }: OthersProps) {
  return (
    <section aria-labelledby="others-title" className="flex flex-col gap-1 border-t border-line pt-4">
      <h2 id="others-title" className="text-sm font-medium text-muted">
        {text('sealing.sealed.others')}
      </h2>
      <ul className="-mx-2">
        {workspaces.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose(id)} className={ROW}>
              <Avatar name={name} seed={id} size={24} />
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <ArrowRight size={14} aria-hidden="true" className="text-faint rtl:-scale-x-100" />
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={onConnect} className={ROW}>
            <span aria-hidden="true" className="flex size-6 items-center justify-center text-faint">
              <Plus size={14} />
            </span>
            <span className="min-w-0 flex-1 truncate">{text('sealing.sealed.connect')}</span>
          </button>
        </li>
      </ul>
    </section>
  )
}

const ROW = 'flex min-h-9 w-full items-center gap-2 rounded-sm px-2 py-1 text-start text-base hover:bg-hover'
