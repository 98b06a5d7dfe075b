import { Database, RotateCw } from 'lucide-react'
import { text, type TextId } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useView } from '../view.ts'
import type { Halt } from '../view-state.ts'

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

/** Shown instead of everything else: the database can't be used. */
export function HaltedScreen({ halt }: { readonly halt: Halt }) {
  const texts = TEXTS[halt]
  return (
    <main className="h-full bg-canvas">
      <EmptyState
        icon={<Database size={22} strokeWidth={1.5} />}
        title={text(texts.title)}
        level={1}
        {...(texts.isReloadable ? { action: <ReloadButton /> } : {})}
      >
        <p role="alert">{text(texts.text)}</p>
        <UnsavedTexts />
      </EmptyState>
    </main>
  )
}

/** Texts that couldn't be saved exist only here: reloading discards them. */
function UnsavedTexts() {
  const unsaved = Object.entries(useView((view) => view.unsaved))
  if (unsaved.length === 0) return null
  return (
    <section aria-label={text('frame.unsaved')} className="mt-4 text-left">
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
          className="mt-2 w-full resize-none rounded-sm border border-line-strong bg-raised p-2 text-sm text-ink"
        />
      ))}
    </section>
  )
}

function ReloadButton() {
  return (
    <Button variant="primary" icon={<RotateCw size={13} />} onClick={() => location.reload()}>
      {text('frame.reload')}
    </Button>
  )
}
