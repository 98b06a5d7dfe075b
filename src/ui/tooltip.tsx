import * as Radix from 'radix-ui/tooltip'
import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useRef,
  useState,
} from 'react'
import { Kbd } from './kbd.tsx'
import { PresentElement } from './present-element.tsx'

/** What a tooltip listens to on its element. */
type Trigger = {
  readonly onPointerEnter?: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerLeave?: (event: PointerEvent<HTMLElement>) => void
  readonly onFocus?: (event: FocusEvent<HTMLElement>) => void
}

type TooltipProps = {
  readonly label: ReactNode
  readonly shortcut?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly children: ReactElement<Trigger>
}

/** Wraps the whole window once, so that the next tooltip opens without a delay. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return <Radix.Provider delayDuration={450}>{children}</Radix.Provider>
}

/**
 * A label and a key on hover and focus. `children` is one element of the page, or a component that passes its props on to one.
 *
 * The tooltip mounts when the pointer or the focus comes to the element for the first time: it has ten components, and a window has dozens
 * of buttons.
 */
export function Tooltip({ children, ...bubble }: TooltipProps) {
  const [reached, setReached] = useState<{ readonly element: HTMLElement; readonly by: 'pointer' | 'focus' } | null>(
    null,
  )
  const hasPointer = useRef(false)
  const { onPointerEnter, onPointerLeave, onFocus } = children.props
  const reach = (element: HTMLElement, by: 'pointer' | 'focus'): void => {
    if (reached?.element !== element) setReached({ element, by })
  }
  return (
    <>
      {cloneElement(children, {
        onPointerEnter(event) {
          onPointerEnter?.(event)
          hasPointer.current = true
          // A touch is a click.
          if (event.pointerType !== 'touch') reach(event.currentTarget, 'pointer')
        },
        onPointerLeave(event) {
          onPointerLeave?.(event)
          hasPointer.current = false
        },
        onFocus(event) {
          onFocus?.(event)
          // A click focuses the button too, and the user knows what was clicked.
          if (event.currentTarget.matches(':focus-visible')) reach(event.currentTarget, 'focus')
        },
      })}
      {reached !== null && <Bubble {...bubble} {...reached} hasPointer={() => hasPointer.current} />}
    </>
  )
}

type BubbleProps = Omit<TooltipProps, 'children'> & {
  readonly element: HTMLElement
  readonly by: 'pointer' | 'focus'
  readonly hasPointer: () => boolean
}

function Bubble({ label, shortcut, side = 'bottom', element, by, hasPointer }: BubbleProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>
        <PresentElement element={element} reachedBy={by} hasPointer={hasPointer} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          // Visual only: the trigger's accessible name and description say the same.
          aria-hidden="true"
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded-sm border border-line bg-raised px-2 py-1 text-sm text-ink shadow-high select-none"
        >
          {label}
          {shortcut !== undefined && (
            <span className="text-muted">
              <Kbd keys={shortcut} />
            </span>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
