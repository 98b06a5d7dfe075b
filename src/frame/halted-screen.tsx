import { Database, RotateCw } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useView } from '../view.ts'
import type { Halt } from '../view-state.ts'

const WORDS: Readonly<
  Record<Halt, { readonly title: string; readonly words: string; readonly isReloadable: boolean }>
> = {
  newer: {
    title: 'Update the app',
    words: 'This inbox was last opened by a newer Clarion. Update the app; nothing was changed.',
    isReloadable: false,
  },
  superseded: {
    title: 'Opened in a newer version',
    words:
      'Clarion was opened in a newer version, and this window has stopped. Your words are safe: reload to go on in the new version.',
    isReloadable: true,
  },
  blocked: {
    title: 'This inbox is in use',
    words:
      'Another window of Clarion holds it, or this computer does not answer. Close the other window and reload. Nothing was changed.',
    isReloadable: true,
  },
  closed: {
    title: 'The inbox on this device was closed',
    words:
      'The system closed the place where Clarion keeps your messages: a full disk can do that. Nothing is sent or fetched until you reload; what was saved is still there and goes on then.',
    isReloadable: true,
  },
  unopenable: {
    title: 'The inbox on this device can’t be opened',
    words: 'Is the disk full? Free some space and reload. Nothing was changed.',
    isReloadable: true,
  },
}

/** In place of everything else: there is no database to show or to write to. */
export function HaltedScreen({ halt }: { readonly halt: Halt }) {
  const { title, words, isReloadable } = WORDS[halt]
  return (
    <main className="h-full bg-canvas">
      <EmptyState
        icon={<Database size={22} strokeWidth={1.5} />}
        title={title}
        level={1}
        {...(isReloadable ? { action: <ReloadButton /> } : {})}
      >
        <p role="alert">{words}</p>
        <UnsavedWords />
      </EmptyState>
    </main>
  )
}

/** What was being written and could not be saved is nowhere but here: reloading ends it. */
function UnsavedWords() {
  const unsaved = Object.entries(useView((view) => view.unsaved))
  if (unsaved.length === 0) return null
  return (
    <section aria-label="Not saved" className="mt-4 text-left">
      <p className="text-sm text-danger">These words could not be saved. Copy them before you reload:</p>
      {unsaved.map(([conversationId, words]) => (
        <textarea
          key={conversationId}
          readOnly
          aria-label="Words that were not saved"
          dir="auto"
          rows={4}
          value={words}
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
