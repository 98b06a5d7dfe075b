import { useEffect, useRef } from 'react'

/** While there is a question within a dialog, Escape leaves that, and not the dialog, which listens to the document ahead of its content. */
export function useEscape(isAsked: boolean, leave: () => void): void {
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => {
    if (!isAsked) return undefined
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopImmediatePropagation()
      latest.current()
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [isAsked])
}
