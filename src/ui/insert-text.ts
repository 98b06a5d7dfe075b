/**
 * Replaces the selection with text, as if it were typed, with one `input` event. The browser inserts each line separately, which
 * takes minutes for thousands of lines: all but the last are written at once. The last one is typed, which scrolls the caret into view.
 */
export function insertText(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  field.focus()
  const lastLine = text.lastIndexOf('\n')
  if (lastLine === -1) {
    if (!type(text)) write(field, text)
    else return
  } else {
    withoutInputEvents(() => {
      write(field, text.slice(0, lastLine))
      if (!type(text.slice(lastLine))) write(field, text.slice(lastLine))
    })
  }
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }))
}

/** Scrolls the caret into view, which the browser does when a field gets the focus. */
export function revealCaret(field: HTMLTextAreaElement): void {
  if (field.scrollHeight <= field.clientHeight || document.activeElement !== field) return
  field.blur()
  field.focus()
}

function write(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const end = field.value.length
  field.setRangeText(text, field.selectionStart ?? end, field.selectionEnd ?? end, 'end')
}

/** Returns false when the browser doesn't insert. */
function type(text: string): boolean {
  // oxlint-disable-next-line no-deprecated -- the only way to type into a field with undo
  return document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
}

function withoutInputEvents(work: () => void): void {
  const stop = (event: Event): void => event.stopImmediatePropagation()
  window.addEventListener('input', stop, true)
  try {
    work()
  } finally {
    window.removeEventListener('input', stop, true)
  }
}
