import type { Channel } from '../shared/model.ts'

/** Commands find it by this. */
const FIRST_MESSAGE_ID = 'first-message'

type FirstMessageProps = {
  readonly channel: Channel
  readonly message: string
  readonly onChange: (message: string) => void
}

export function FirstMessage({ channel, message, onChange }: FirstMessageProps) {
  if (channel === 'voice') {
    return (
      <p className="text-base text-muted">
        A call begins without words: what is said in it can be read here later, but not written.
      </p>
    )
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={FIRST_MESSAGE_ID} className="text-sm font-medium text-muted">
        First message (optional)
      </label>
      <textarea
        id={FIRST_MESSAGE_ID}
        dir="auto"
        rows={4}
        value={message}
        onChange={(event) => onChange(event.target.value)}
        className="max-h-60 min-h-20 w-full resize-y rounded-sm border border-line-strong bg-surface px-2 py-1.5 text-base text-ink wrap-anywhere hover:border-faint"
      />
    </div>
  )
}
