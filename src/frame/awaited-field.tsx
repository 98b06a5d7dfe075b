import { useEffect, useState } from 'react'
import { text } from '../strings/text.ts'
import { useView } from '../view/view.ts'
import type { FieldRequest } from '../view/view-state.ts'

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
  const shown = request === null ? null : requestText(request, isLong)
  return (
    <section
      aria-label={text('frame.keyboard')}
      className="pointer-events-none fixed bottom-26 start-60 z-50 max-[760px]:inset-x-4"
    >
      <div role="status">
        {shown !== null && (
          <p className="max-w-lg animate-appear rounded-md border border-line bg-raised px-4 py-2 text-base wrap-anywhere text-ink shadow-high">
            {shown}
          </p>
        )}
      </div>
    </section>
  )
}

function requestText({ missing, text: typed }: FieldRequest, isLong: boolean): string | null {
  if (missing !== null) return text('frame.field.missing', { text: missing })
  if (!isLong) return null
  return typed.trim() === ''
    ? text('frame.field.waiting')
    : text('frame.field.waitingWithText', { text: typed.slice(-MAX_SHOWN) })
}

const MAX_SHOWN = 60
