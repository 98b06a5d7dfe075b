import { isPaneShown } from '../../view/layout.ts'
import { insertText } from '../../ui/insert-text.ts'
import { useView } from '../../view/view.ts'
import type { FieldRequest } from '../../view/view-state.ts'
import type { BackFacts } from './back-step.ts'
import type { FocusKind } from './keyboard-owner.ts'
import type { ThreadOnScreen } from '../targets.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'

/** Reads and focuses elements for the commands. Panes draw them under the ids in element-ids.ts. */

const OVERLAYS = '[role=dialog], [role=alertdialog], [role=menu]'
const DIALOGS = '[role=dialog], [role=alertdialog]'
const GROUPS = '[data-focus-group]'
/** Not text fields: the next key must not be typed into one. */
const FOCUSABLE = 'article[tabindex], button:not(:disabled), a[href], [tabindex]:not([tabindex="-1"], input, textarea)'
const TAB_STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]'
const TEXT_FIELDS = 'input, textarea, select, [contenteditable]'
const BUTTONS = 'button, a, summary, [role=menuitem], [role=button]'
const THREADS = 'section[data-conversation-id]'

export function isOverlayDrawn(): boolean {
  return document.querySelector(OVERLAYS) !== null
}

export function isFocusInOverlay(): boolean {
  return document.activeElement?.closest(OVERLAYS) != null
}

/** The text field that has the focus in a dialog; null for none, and for one that is read-only. */
export function fieldInOverlay(): HTMLTextAreaElement | HTMLInputElement | null {
  return isFocusInOverlay() ? focusedField() : null
}

/** The text field that has the focus; null for none, and for one that is read-only. */
export function focusedField(): HTMLTextAreaElement | HTMLInputElement | null {
  return asWritable(document.activeElement)
}

export function focusKindOf(element: EventTarget | null): FocusKind {
  if (element === null || !(element instanceof HTMLElement)) return 'nothing'
  if (isField(element)) return isComposer(element) ? 'composer' : 'field'
  if (element.matches(BUTTONS)) return 'button'
  if (element.id === ELEMENT_IDS.threadLog) return 'thread'
  return element.id === ELEMENT_IDS.list ? 'list' : 'nothing'
}

export function isComposer(element: Element | null): boolean {
  return element?.id === ELEMENT_IDS.replyField
}

function isField(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches(TEXT_FIELDS)
}

/** Where the focus is, for Escape. */
export function backFocus(): BackFacts['focus'] {
  const { activeElement } = document
  // What the selection shows belongs to the list: Escape clears it.
  if (activeElement?.closest('[data-selection]') != null) return 'list'
  const isInSearch = activeElement?.closest('search, [data-pane=search]') != null
  switch (focusKindOf(activeElement)) {
    case 'list':
      return 'list'
    case 'composer':
    case 'field':
      return isInSearch ? 'search' : 'field'
    default:
      if (isInSearch) return 'search'
      return activeElement === null || activeElement === document.body ? 'nothing' : 'elsewhere'
  }
}

export function hasList(): boolean {
  return document.getElementById(ELEMENT_IDS.list) !== null && isPaneShown(useView.getState(), 'list')
}

/** `focus`: the element that has the focus, or had it before a dialog took it. */
export function threadOnScreen(focus: Element | null): ThreadOnScreen {
  const focused = focus?.closest<HTMLElement>(THREADS)
  const shown = document.querySelector<HTMLElement>(THREADS)
  return { shownId: conversationOf(shown), focusedId: conversationOf(focused) }
}

function conversationOf(thread: HTMLElement | null | undefined): string | null {
  return thread?.dataset['conversationId'] ?? null
}

function threadOf(conversationId: string): HTMLElement | undefined {
  const threads = document.querySelectorAll<HTMLElement>(THREADS)
  return [...threads].find((thread) => thread.dataset['conversationId'] === conversationId)
}

/** `absent`: not drawn yet. `none`: the thread is drawn and has no such field, or it is read-only. */
export type FieldState = 'absent' | 'none' | 'ready'

type FieldTarget = Pick<FieldRequest, 'conversationId' | 'field'>

export function stateOfField(target: FieldTarget): FieldState {
  const { conversationId, field } = target
  if (field === 'undecided') return 'absent'
  if (writableField(target) !== null) return 'ready'
  return field !== 'first-message' && conversationId !== null && threadOf(conversationId) !== undefined
    ? 'none'
    : 'absent'
}

/** Focuses the field and enters the text that was typed for it. */
export function enterField(target: FieldTarget, text: string): void {
  const field = writableField(target)
  if (field === null) return
  field.focus()
  if (text !== '') insertText(field, text)
}

function writableField({ conversationId, field }: FieldTarget): HTMLTextAreaElement | HTMLInputElement | null {
  const holder = field === 'first-message' ? document : conversationId === null ? undefined : threadOf(conversationId)
  return asWritable(holder?.querySelector(`#${field}`) ?? null)
}

function asWritable(element: Element | null): HTMLTextAreaElement | HTMLInputElement | null {
  const isText = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
  return isText && !element.disabled && !element.readOnly ? element : null
}

/** Moves the focus out of a text field, because a command asks for another one. */
export function leaveField(): void {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && isField(activeElement)) focusList()
}

/** Moves the focus out of a thread that is about to be replaced: the next keys aren't meant for it. */
export function leaveOtherThread(conversationId: string | null): void {
  const { focusedId } = threadOnScreen(document.activeElement)
  if (focusedId !== null && focusedId !== conversationId) focusList()
}

/** Returns false while the thread of this conversation isn't drawn. */
export function focusThreadLog(conversationId: string): boolean {
  const log = threadOf(conversationId)?.querySelector<HTMLElement>(`#${ELEMENT_IDS.threadLog}`) ?? null
  log?.focus()
  return log !== null
}

/** The message log has the focus, not an element in it. */
export function isInThread(): boolean {
  return document.activeElement?.id === ELEMENT_IDS.threadLog
}

/** Focuses the list, or the pane that is drawn instead. */
export function focusList(): void {
  const target = (hasList() ? document.getElementById(ELEMENT_IDS.list) : null) ?? document.querySelector('main')
  target?.focus({ preventScroll: true })
}

export type FocusPlace = {
  readonly element: HTMLElement
  readonly isInOverlay: boolean
  /** The nearest group of equal parts, such as chips; null for none. */
  readonly group: Element | null
  /** The index of the part in the group; -1 for none. */
  readonly index: number
}

/** The place of the focused element; null when it is no element. Read it while the element is in the page. */
export function placeOf(element: EventTarget | null): FocusPlace | null {
  if (!(element instanceof HTMLElement)) return null
  const group = element.closest(GROUPS)
  const index = group === null ? -1 : [...group.children].findIndex((part) => part.contains(element))
  return { element, isInOverlay: element.closest(OVERLAYS) !== null, group, index }
}

/** False for an element that was removed or disabled. */
export function canHaveFocus(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled')
}

/** After a part of a group was removed, focuses the one that took its place, else the last one. Returns false when there is none. */
export function focusNextInGroup({ element, group, index }: FocusPlace): boolean {
  if (group === null || !group.isConnected || canHaveFocus(element)) return false
  const parts = [...group.children]
  const part = parts[Math.min(index, parts.length - 1)]
  const target = part?.matches(FOCUSABLE) === true ? part : part?.querySelector(FOCUSABLE)
  if (!(target instanceof HTMLElement)) return false
  target.focus()
  return true
}

/** Focuses the first or the last element that Tab reaches. */
export function focusEdge(which: 'first' | 'last'): void {
  const stops = [...document.querySelectorAll<HTMLElement>(TAB_STOPS)].filter(
    (element) => element.tabIndex >= 0 && canHaveFocus(element) && element.checkVisibility(),
  )
  stops.at(which === 'first' ? 0 : -1)?.focus()
}

/** Focuses the dialog on top. A menu keeps the focus itself. */
export function focusOverlay(): void {
  const dialogs = document.querySelectorAll<HTMLElement>(DIALOGS)
  dialogs.item(dialogs.length - 1)?.focus({ preventScroll: true })
}

export function afterNextFrame(then: () => void): void {
  requestAnimationFrame(then)
}
