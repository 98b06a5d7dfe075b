import { useEffect, useState } from 'react'
import { useView } from '../view.ts'

/** A wait longer than this, ms, is shown. */
const SHORT_WAIT_MS = 800

/** Says why keys do nothing: a text field was asked for that is not here yet, or cannot be written in. */
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
  const words = request === null ? null : (request.missing ?? (isLong ? waitingWords(request.text) : null))
  return (
    <section aria-label="Keyboard" className="pointer-events-none fixed bottom-26 left-60 z-50 max-[760px]:inset-x-4">
      <div role="status">
        {words !== null && (
          <p className="max-w-lg animate-appear rounded-md border border-line bg-raised px-4 py-2 text-base wrap-anywhere text-ink shadow-high">
            {words} Press Esc or click to {request?.missing == null ? 'stop waiting' : 'continue'}.
          </p>
        )}
      </div>
    </section>
  )
}

function waitingWords(text: string): string {
  return text.trim() === ''
    ? 'Waiting for the text field…'
    : `Waiting for the text field to enter “${text.slice(-MAX_SHOWN)}”.`
}

const MAX_SHOWN = 60
