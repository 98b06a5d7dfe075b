/** Puts text in the place of what is selected, as if it were typed: the field's own undo takes it out again. */
export function insertText(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  field.focus()
  // oxlint-disable-next-line no-deprecated -- nothing else writes into a field and leaves its undo whole
  if (document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) return
  const end = field.value.length
  field.setRangeText(text, field.selectionStart ?? end, field.selectionEnd ?? end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
