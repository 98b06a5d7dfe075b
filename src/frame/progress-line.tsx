import { text } from '../strings/text.ts'
import { useView } from '../view/view.ts'

/** The progress of a bulk change. Only long ones show it. */
export function ProgressLine() {
  const progress = useView((view) => view.progress)
  if (progress === null) return null
  const { done, total } = progress
  return (
    <div className="pointer-events-none fixed bottom-14 start-60 z-50 flex w-72 flex-col gap-1.5 rounded-md border border-line bg-raised px-4 py-2 shadow-high">
      <p className="text-base">{text('frame.bulkProgress', { done, total })}</p>
      <div
        role="progressbar"
        aria-label={text('frame.bulkChange')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        className="h-1 overflow-hidden rounded-full bg-hover"
      >
        <div className="h-full bg-accent kept-fill" style={{ width: `${(100 * done) / total}%` }} />
      </div>
    </div>
  )
}
