import { Database, RotateCw } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { Halt } from '../view.ts'

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
      'The system closed the place where Clarion keeps your messages: a full disk can do that. Nothing is sent or fetched until you reload; what was waiting goes on then.',
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
      </EmptyState>
    </main>
  )
}

function ReloadButton() {
  return (
    <Button variant="primary" icon={<RotateCw size={13} />} onClick={() => location.reload()}>
      Reload
    </Button>
  )
}
