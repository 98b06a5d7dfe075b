import { Database, RotateCw } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useView } from '../view.ts'
import type { Halt } from '../view-state.ts'

const TEXTS: Readonly<Record<Halt, { readonly title: string; readonly text: string; readonly isReloadable: boolean }>> =
  {
    newer: {
      title: 'Update Clarion',
      text: 'A newer version of Clarion has opened this inbox. Update the app to open it. Nothing was changed.',
      isReloadable: false,
    },
    superseded: {
      title: 'Opened in a newer version',
      text: 'A newer version of Clarion is running, so this window has stopped. Nothing is lost. Reload to continue in the new version.',
      isReloadable: true,
    },
    blocked: {
      title: 'This inbox is in use',
      text: 'Another Clarion window is using it, or this computer isn’t responding. Close the other window and reload. Nothing was changed.',
      isReloadable: true,
    },
    closed: {
      title: 'Your inbox was closed',
      text: 'The system closed Clarion’s database. A full disk can cause this. Nothing is sent or downloaded until you reload. Saved messages and drafts are still there.',
      isReloadable: true,
    },
    unopenable: {
      title: 'Couldn’t open your inbox',
      text: 'The disk may be full. Free up space and reload. Nothing was changed.',
      isReloadable: true,
    },
  }

/** Shown instead of everything else: the database can't be used. */
export function HaltedScreen({ halt }: { readonly halt: Halt }) {
  const { title, text, isReloadable } = TEXTS[halt]
  return (
    <main className="h-full bg-canvas">
      <EmptyState
        icon={<Database size={22} strokeWidth={1.5} />}
        title={title}
        level={1}
        {...(isReloadable ? { action: <ReloadButton /> } : {})}
      >
        <p role="alert">{text}</p>
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
    <section aria-label="Not saved" className="mt-4 text-left">
      <p className="text-sm text-danger">This text couldn’t be saved. Copy it before you reload:</p>
      {unsaved.map(([conversationId, text]) => (
        <textarea
          key={conversationId}
          readOnly
          aria-label="Unsaved text"
          dir="auto"
          rows={4}
          value={text}
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
      Reload
    </Button>
  )
}
