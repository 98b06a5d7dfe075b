import { Bug } from 'lucide-react'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** Shown when rendering threw an error. Nothing typed is lost: it is in the database. */
export function BugScreen({ error }: { readonly error: Error }) {
  return (
    <main className="h-full bg-canvas">
      <EmptyState
        icon={<Bug size={22} strokeWidth={1.5} />}
        title={text('frame.bug.title')}
        level={1}
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            {text('frame.reload')}
          </Button>
        }
      >
        <p role="alert">{text('frame.bug.text')}</p>
        <p className="mt-3 rounded-sm bg-hover px-2 py-1 font-mono text-xs wrap-anywhere text-muted select-text">
          {error.message}
        </p>
      </EmptyState>
    </main>
  )
}
