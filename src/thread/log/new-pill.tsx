import { ArrowDown } from 'lucide-react'
import { text } from '../../strings/text.ts'
import type { LogEnd } from './use-end.ts'

/** Away from the end: scrolls to the newest message and counts the new ones. */
export function NewPill({ end, onPress }: { readonly end: LogEnd; readonly onPress: () => void }) {
  if (end.isAtEnd) return null
  const hasNew = end.newCount > 0
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <button
        type="button"
        onClick={onPress}
        aria-label={hasNew ? text('thread.log.newCountName', { count: end.newCount }) : text('thread.log.goToNewest')}
        className={
          hasNew
            ? 'pointer-events-auto flex h-7 animate-appear items-center gap-1.5 rounded-full bg-accent px-3 text-sm font-medium text-on-accent shadow-high hover:bg-accent-strong'
            : 'pointer-events-auto flex size-8 animate-appear items-center justify-center rounded-full border border-line-strong bg-raised text-muted shadow-high hover:bg-hover hover:text-ink'
        }
      >
        {hasNew && text('thread.log.newCount', { count: end.newCount })}
        <ArrowDown size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
