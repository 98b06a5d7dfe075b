/**
 * Copies a text through a selection: the Clipboard API needs a permission that this app's pages don't have. Restores the focus. Returns false
 * when nothing was copied.
 */
export function copyText(text: string): boolean {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'sr-only'
  document.body.append(field)
  field.select()
  // oxlint-disable-next-line no-deprecated -- the only way to copy without a permission
  const isCopied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
