/** What is checked in the field with the focus. `conversationId`: of a reply; null elsewhere. */
export function fieldOf(element: Element | null): { readonly text: string; readonly conversationId: string | null } {
  if (!isSpellingField(element)) return { text: '', conversationId: null }
  return { text: element.value, conversationId: element.dataset['conversationId'] ?? null }
}

export function isTextField(target: unknown): target is HTMLTextAreaElement | HTMLInputElement {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
}

function isSpellingField(target: unknown): target is HTMLTextAreaElement | HTMLInputElement {
  return isTextField(target) && target.spellcheck
}

/** Chromium checks a text again when it changes, or when checking is switched on. */
export function recheckFields(document: Document): void {
  for (const field of document.querySelectorAll('textarea,input')) {
    if (!isSpellingField(field)) continue
    const before = field.getAttribute('spellcheck')
    field.spellcheck = false
    if (before === null) field.removeAttribute('spellcheck')
    else field.setAttribute('spellcheck', before)
  }
}
