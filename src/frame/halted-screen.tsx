import { Database, RotateCw } from 'lucide-react'
import type { Workspace } from '../shared/bridge.ts'
import { text, type TextId } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useView } from '../view/view.ts'
import type { Halt } from '../view/view-state.ts'

const TEXTS = {
  newer: { title: 'frame.halted.newer.title', text: 'frame.halted.newer.text', isReloadable: false },
  superseded: { title: 'frame.halted.superseded.title', text: 'frame.halted.superseded.text', isReloadable: true },
  blocked: { title: 'frame.halted.blocked.title', text: 'frame.halted.blocked.text', isReloadable: true },
  closed: { title: 'frame.halted.closed.title', text: 'frame.halted.closed.text', isReloadable: true },
  'wrong-key': { title: 'frame.halted.wrongKey.title', text: 'frame.halted.wrongKey.text', isReloadable: true },
  unopenable: { title: 'frame.halted.unopenable.title', text: 'frame.halted.unopenable.text', isReloadable: true },
} as const satisfies Readonly<
  Record<Halt, { readonly title: TextId; readonly text: TextId; readonly isReloadable: boolean }>
>

type HaltedScreenProps = {
  readonly halt: Halt
  /** The user can continue in these. */
  readonly others: readonly Workspace[]
  readonly onChoose: (workspaceId: string) => void
  readonly onReload: () => void
}

/** Shown instead of a workspace whose database can't be used. */
export function HaltedScreen({ halt, others, onChoose, onReload }: HaltedScreenProps) {
  const texts = TEXTS[halt]
  return (
    <main className="h-full bg-canvas">
      <EmptyState
        icon={<Database size={22} strokeWidth={1.5} />}
        title={text(texts.title)}
        level={1}
        {...(texts.isReloadable ? { action: <ReloadButton onReload={onReload} /> } : {})}
      >
        <p role="alert">{text(texts.text)}</p>
        <UnsavedTexts />
        {others.length > 0 && <Others workspaces={others} onChoose={onChoose} />}
      </EmptyState>
    </main>
  )
}

/** Texts that couldn't be saved exist only here: reloading discards them. */
function UnsavedTexts() {
  const unsaved = Object.entries(useView((view) => view.unsaved))
  if (unsaved.length === 0) return null
  return (
    <section aria-label={text('frame.unsaved')} className="mt-4 text-start">
      <p className="text-sm text-danger">{text('frame.copyUnsaved')}</p>
      {unsaved.map(([conversationId, unsavedText]) => (
        <textarea
          key={conversationId}
          readOnly
          aria-label={text('frame.unsavedText')}
          dir="auto"
          rows={4}
          value={unsavedText}
          onFocus={(event) => event.target.select()}
          className="mt-2 w-full resize-none rounded-sm border border-control bg-raised p-2 text-sm text-ink"
        />
      ))}
    </section>
  )
}

function Others({
  workspaces,
  onChoose,
}: {
  readonly workspaces: readonly Workspace[]
  readonly onChoose: (workspaceId: string) => void
}) {
  return (
    <section aria-label={text('sealing.sealed.others')} className="mt-4">
      <p className="text-sm text-muted">{text('sealing.sealed.others')}</p>
      <ul className="mt-2 flex flex-wrap justify-center gap-2">
        {workspaces.map(({ id, name }) => (
          <li key={id}>
            <Button size="sm" onClick={() => onChoose(id)}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ReloadButton({ onReload }: { readonly onReload: () => void }) {
  return (
    <Button variant="primary" icon={<RotateCw size={13} />} onClick={onReload}>
      {text('frame.reload')}
    </Button>
  )
}
