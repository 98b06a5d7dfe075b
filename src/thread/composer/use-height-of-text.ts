import { useLayoutEffect, type RefObject } from 'react'

/** Longer texts fill the field at its maximum height on any screen. They are not measured, because that lays out all text at every key. */
const SURELY_TALL = { characters: 20_000, lines: 150 }

/** Grows a textarea with its text, because `field-sizing` needs Chromium 123. CSS sets the maximum height. */
export function useHeightOfText(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = field.current
    const frame = element?.parentElement
    if (element === null || frame === null || frame === undefined) return
    // Most threads are opened to read, so an empty field skips the measurement.
    if (text === '') {
      element.style.height = ''
      return
    }
    if (isSurelyTall(text)) {
      element.style.height = '100vh'
      return
    }
    // Fixes the frame while measuring at the minimum height, so that the log above does not grow and scroll.
    frame.style.height = `${frame.offsetHeight}px`
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
    frame.style.height = ''
  }, [field, text])
}

/** Reads a bounded part of the text. */
export function isSurelyTall(text: string): boolean {
  if (text.length > SURELY_TALL.characters) return true
  let end = -1
  for (let line = 0; line < SURELY_TALL.lines; line += 1) {
    end = text.indexOf('\n', end + 1)
    if (end === -1) return false
  }
  return true
}
