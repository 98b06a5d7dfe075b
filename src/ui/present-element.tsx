import { type Ref, useLayoutEffect } from 'react'

type Handler = (event: Event) => void

/** What a Radix trigger gives its child. Attributes such as `data-state` are not used. */
type PresentElementProps = {
  readonly element: HTMLElement
  /** What has just happened to the element, before Radix listened. It learns of it at once. */
  readonly reachedBy: 'pointer' | 'focus'
  /** False when the pointer has left the element since, before Radix could listen. */
  readonly hasPointer: () => boolean
  readonly ref?: Ref<HTMLElement>
  readonly onPointerMove?: Handler
  readonly onPointerLeave?: Handler
  readonly onPointerDown?: Handler
  readonly onFocus?: Handler
  readonly onBlur?: Handler
  readonly onClick?: Handler
}

/** Makes an element that is already on the page the trigger of a Radix part, as its `asChild`. It renders nothing. */
export function PresentElement({ element, reachedBy, hasPointer, ref, ...handlers }: PresentElementProps) {
  const { onPointerMove, onPointerLeave, onPointerDown, onFocus, onBlur, onClick } = handlers
  useLayoutEffect(() => attach(ref, element), [ref, element])
  useLayoutEffect(() => {
    const listened: readonly (readonly [string, Handler | undefined])[] = [
      ['pointermove', onPointerMove],
      ['pointerleave', onPointerLeave],
      ['pointerdown', onPointerDown],
      ['focus', onFocus],
      ['blur', onBlur],
      ['click', onClick],
    ]
    for (const [name, handler] of listened) if (handler !== undefined) element.addEventListener(name, handler)
    return () => {
      for (const [name, handler] of listened) if (handler !== undefined) element.removeEventListener(name, handler)
    }
  })
  useLayoutEffect(() => {
    if (reachedBy === 'pointer') {
      if (hasPointer()) onPointerMove?.(new PointerEvent('pointermove', { pointerType: 'mouse' }))
    } else onFocus?.(new FocusEvent('focus'))
    // Once for each element. Radix gives other functions at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [element])
  return null
}

function attach(ref: Ref<HTMLElement> | undefined, element: HTMLElement): () => void {
  if (typeof ref === 'function') {
    const detach = ref(element)
    return typeof detach === 'function' ? detach : () => void ref(null)
  }
  if (ref != null) ref.current = element
  return () => {
    if (ref != null) ref.current = null
  }
}
