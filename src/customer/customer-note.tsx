import { HardDrive } from 'lucide-react'
import { useId } from 'react'
import { text } from '../strings/text.ts'
import { TextArea } from '../ui/text-area.tsx'
import { useNote } from './use-note.ts'

/** A private note about the customer, saved while typing. */
export function CustomerNote({ keys }: { readonly keys: readonly string[] }) {
  const id = useId()
  const note = useNote(keys)
  return (
    <section aria-labelledby={`${id}-title`}>
      <div className="mb-1 flex items-center gap-2">
        <label id={`${id}-title`} htmlFor={id} className="flex-1 text-sm font-medium text-muted">
          {text('customer.notes')}
        </label>
        <span id={`${id}-place`} className="flex items-center gap-1 text-xs text-faint">
          <HardDrive size={11} aria-hidden="true" />
          {text('customer.onlyOnDevice')}
        </span>
      </div>
      <TextArea
        id={id}
        aria-describedby={`${id}-place`}
        dir="auto"
        rows={3}
        // Not disabled: the focus would stay outside, and what is typed would run commands.
        readOnly={note.text === null}
        placeholder={text('customer.addNote')}
        value={note.text ?? ''}
        onValue={note.type}
        onBlur={note.flush}
        className="block max-h-60 min-h-16 w-full resize-y rounded-sm border border-control bg-surface px-2 py-1.5 text-base text-ink wrap-anywhere placeholder:text-faint hover:border-muted"
      />
      {note.isAtRisk && (
        <p role="alert" className="mt-1 text-sm text-danger">
          {text('customer.noteNotSaved')}
        </p>
      )}
    </section>
  )
}
