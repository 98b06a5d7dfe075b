import { text } from '../../strings/text.ts'
import { useView } from '../../view/view.ts'
import { showToast } from '../../view/toasts.ts'
import type { FieldRequest, View } from '../../view/view-state.ts'
import { enterField, isOverlayDrawn, leaveField, afterNextFrame, stateOfField } from './dom.ts'

/**
 * Moves the focus to a field that a command asks for, as soon as it is drawn. Until then typed text is kept for that field and goes nowhere
 * else.
 */

/** The current request; null when another conversation was selected since. */
export function pendingFieldRequest({ fieldRequest, screen, selectedId }: View): FieldRequest | null {
  if (fieldRequest === null || fieldRequest.conversationId === null) return fieldRequest
  return screen === 'inbox' && fieldRequest.conversationId === selectedId ? fieldRequest : null
}

/** Keeps text that was typed for the field. */
export function keepText(typed: string): void {
  useView.setState(({ fieldRequest }) =>
    fieldRequest === null ? {} : { fieldRequest: { ...fieldRequest, text: typed } },
  )
}

/** Stops waiting. A toast shows the discarded text, if there is any. */
export function cancelFieldRequest(): void {
  const { fieldRequest } = useView.getState()
  if (fieldRequest === null) return
  useView.setState({ fieldRequest: null })
  if (fieldRequest.text.trim() !== '')
    showToast(text('commands.textDiscarded', { text: shortened(fieldRequest.text) }), { tone: 'problem' })
}

/** Handles field requests while a workspace is open. Returns a function that stops it. */
export function followFieldRequests(): () => void {
  let isWaiting = false

  function look(): void {
    const view = useView.getState()
    const { fieldRequest } = view
    if (fieldRequest === null) return
    if (pendingFieldRequest(view) === null) return cancelFieldRequest()
    if (fieldRequest.missing !== null) return
    const state = isCovered(view, fieldRequest) ? 'absent' : stateOfField(fieldRequest)
    if (state === 'none') return useView.setState({ fieldRequest: { ...fieldRequest, missing: NO_FIELD } })
    if (state === 'absent') return lookAgain()
    useView.setState({ fieldRequest: null })
    enterField(fieldRequest, fieldRequest.text)
  }

  function lookAgain(): void {
    if (isWaiting) return
    isWaiting = true
    afterNextFrame(() => {
      isWaiting = false
      look()
    })
  }

  return useView.subscribe((view, before) => {
    const { fieldRequest } = view
    const isNew = fieldRequest !== null && !isSameField(fieldRequest, before.fieldRequest)
    if (fieldRequest === null || (!isNew && pendingFieldRequest(view) !== null)) return
    // The next letters must not go into the field that has the focus now.
    if (isNew && !(fieldRequest.field !== 'undecided' && stateOfField(fieldRequest) === 'ready')) leaveField()
    look()
  })
}

/** A dialog covers the field: the user finishes or closes it first. */
function isCovered({ dialog }: View, { field }: FieldRequest): boolean {
  return field !== 'first-message' && (dialog !== 'none' || isOverlayDrawn())
}

function isSameField(request: FieldRequest, before: FieldRequest | null): boolean {
  return before !== null && request.conversationId === before.conversationId && request.field === before.field
}

const NO_FIELD = text('commands.noField')

const MAX_SHOWN = 40

function shortened(typed: string): string {
  const line = typed.replaceAll(/\s+/g, ' ').trim()
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line
}
