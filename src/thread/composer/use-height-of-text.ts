import { useLayoutEffect, type RefObject } from 'react'

/** More than fills the field at its highest on any screen: such a text is not measured, which would lay all of it out at every key. */
const TALL = { characters: 20_000, lines: 150 }

/** Grows a textarea with its text, since `field-sizing` needs Chromium 123. The style sheet sets the limit. */
export function useHeightOfText(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = field.current
    const frame = element?.parentElement
    if (element === null || frame === null || frame === undefined) return
    // Most threads are opened to read: an empty field has its height without being measured.
    if (text === '') {
      element.style.height = ''
      return
    }
    if (isSurelyTall(text)) {
      element.style.height = '100vh'
      return
    }
    // Held still meanwhile: while the field is measured at its least, the log above must not grow and scroll.
    frame.style.height = `${frame.offsetHeight}px`
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
    frame.style.height = ''
  }, [field, text])
}

/** Looks at a bounded part of the text. */
export function isSurelyTall(text: string): boolean {
  if (text.length > TALL.characters) return true
  let end = -1
  for (let line = 0; line < TALL.lines; line += 1) {
    end = text.indexOf('\n', end + 1)
    if (end === -1) return false
  }
  return true
}
