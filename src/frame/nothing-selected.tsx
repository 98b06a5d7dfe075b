import { Kbd } from '../ui/kbd.tsx'
import { useView } from '../view.ts'

const KEYS = [
  { keys: ['J', 'K'], does: 'next, previous' },
  { keys: ['Enter'], does: 'open the thread' },
  { keys: ['R'], does: 'reply' },
  { keys: ['E'], does: 'resolve' },
  { keys: ['C'], does: 'new conversation' },
] as const

/** Beside the list while no conversation is chosen: the hands learn something meanwhile. */
export function NothingSelected() {
  const hasRows = useView((view) => view.listed.count > 0)
  if (!hasRows) return null
  return (
    <div className="flex h-full flex-col items-center justify-center gap-5 pb-12 text-muted">
      <p className="text-base">No conversation selected</p>
      <dl className="grid grid-cols-[auto_auto] items-center gap-x-4 gap-y-2 text-sm">
        {KEYS.map(({ keys, does }) => (
          <div key={does} className="contents">
            <dt className="flex justify-end gap-1">
              {keys.map((key) => (
                <span key={key}>
                  <span className="sr-only">{key}</span>
                  <Kbd keys={key} />
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
