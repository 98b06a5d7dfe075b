import { Bug } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** What is left when drawing threw: a bug of ours. Nothing typed is lost with it, for all of it is in the database. */
export function BugScreen({ error }: { readonly error: Error }) {
  return (
    <main className="h-full bg-canvas">
      <EmptyState
        icon={<Bug size={22} strokeWidth={1.5} />}
        title="Something broke"
        level={1}
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            Reload
          </Button>
        }
      >
        <p role="alert">
          Your words are safe: drafts and everything in the outbox are stored on this device and go on after reloading.
        </p>
        <p className="mt-3 rounded-sm bg-hover px-2 py-1 font-mono text-xs wrap-anywhere text-muted select-text">
          {error.message}
        </p>
      </EmptyState>
    </main>
  )
}
