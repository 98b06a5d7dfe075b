import { currentLanguage, directionOf } from '../shared/language.ts'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { classNames } from './class-names.ts'

type ResizeHandleProps = {
  /** Such as "List width". */
  readonly label: string
  /** px */
  readonly width: number
  readonly min: number
  readonly max: number
  readonly onResize: (width: number) => void
  /** Whether it resizes the pane before or after it. */
  readonly sizes?: 'before' | 'after'
  readonly className?: string
}

const KEY_STEP_PX = 16

/** The line between two panes. Drag it, or focus it and use the arrow keys. */
export function ResizeHandle({ label, width, min, max, onResize, sizes = 'before', className }: ResizeHandleProps) {
  const isReversed = (directionOf(currentLanguage()) === 'rtl') !== (sizes === 'after')
  const sign = isReversed ? -1 : 1
  const grip = useRef<{ readonly pointerX: number; readonly width: number } | null>(null)
  const resize = (newWidth: number) => onResize(Math.round(Math.min(max, Math.max(min, newWidth))))

  const grab = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { pointerX: event.clientX, width }
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current !== null) resize(grip.current.width + sign * (event.clientX - grip.current.pointerX))
  }
  const release = () => {
    grip.current = null
  }
  const nudge = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    event.stopPropagation()
    resize(width + sign * (event.key === 'ArrowLeft' ? -KEY_STEP_PX : KEY_STEP_PX))
  }

  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={nudge}
      className={classNames(
        'relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-line transition-colors before:absolute before:inset-y-0 before:-inset-x-1 hover:bg-accent active:bg-accent',
        className,
      )}
    />
  )
}
