/**
 * The clipboard's own interface needs a permission, which no page of this app has: a selection can be copied without one. The focus goes back
 * to where it was. False when nothing was copied.
 */
export function copyText(text: string): boolean {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'sr-only'
  document.body.append(field)
  field.select()
  // oxlint-disable-next-line no-deprecated -- nothing else copies without a permission
  const isCopied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
