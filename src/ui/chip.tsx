import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { text } from '../strings/text.ts'
import { classNames } from './class-names.ts'

type ChipProps = {
  readonly children: ReactNode
  readonly tone?: 'neutral' | 'accent' | 'success' | 'warning' | 'danger'
  readonly onRemove?: (() => void) | undefined
  /** Such as "Remove vip". Required when the chip's content is more than text. */
  readonly removeLabel?: string
  readonly className?: string | undefined
}

const TONES = {
  neutral: 'border-line bg-hover text-muted',
  accent: 'border-transparent bg-accent-soft text-accent',
  success: 'border-transparent bg-success-soft text-success',
  warning: 'border-transparent bg-warning-soft text-warning',
  danger: 'border-transparent bg-danger-soft text-danger',
}

export function Chip({ children, tone = 'neutral', onRemove, removeLabel, className }: ChipProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 max-w-64 min-w-0 items-center gap-1 rounded-full border px-2 text-xs whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      <span className="truncate">{children}</span>
      {onRemove !== undefined && (
        <button
          type="button"
          aria-label={
            removeLabel ??
            (typeof children === 'string' ? text('words.removeNamed', { name: children }) : text('words.remove'))
          }
          onClick={onRemove}
          // The target is 24 px large, more than what is drawn.
          className="relative -me-1 inline-flex size-4 shrink-0 items-center justify-center rounded-full after:absolute after:-inset-1 hover:bg-line-strong hover:text-ink"
        >
          <X size={11} />
        </button>
      )}
    </span>
  )
}
