import { useEffect, useState } from 'react'
import { useView } from '../view.ts'

/** A longer wait, ms, is shown. */
const SHORT_WAIT_MS = 800

/** Says why keys do nothing: a command asked for a text field that isn't drawn yet, doesn't exist or is read-only. */
export function AwaitedField() {
  const request = useView((view) => view.fieldRequest)
  const isWaiting = request !== null
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(() => setLong(true), SHORT_WAIT_MS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isWaiting])
  const text = request === null ? null : (request.missing ?? (isLong ? waitingText(request.text) : null))
  return (
    <section aria-label="Keyboard" className="pointer-events-none fixed bottom-26 left-60 z-50 max-[760px]:inset-x-4">
      <div role="status">
        {text !== null && (
          <p className="max-w-lg animate-appear rounded-md border border-line bg-raised px-4 py-2 text-base wrap-anywhere text-ink shadow-high">
            {text} Press Esc or click to {request?.missing == null ? 'stop waiting' : 'continue'}.
          </p>
        )}
      </div>
    </section>
  )
}

function waitingText(text: string): string {
  return text.trim() === ''
    ? 'Waiting for the text field…'
    : `“${text.slice(-MAX_SHOWN)}” will be entered when the text field is ready.`
}

const MAX_SHOWN = 60
