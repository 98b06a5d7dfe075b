import { insertText } from '../../ui/insert-text.ts'
import type { FieldRequest } from '../../view-state.ts'
import type { BackFacts } from './back-step.ts'
import type { FocusKind } from './keyboard-owner.ts'
import type { ThreadOnScreen } from '../targets.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'

/** What is drawn and has the focus: the only part of the commands that reads and focuses elements. The panes name the elements. */

const OVERLAYS = '[role=dialog], [role=alertdialog], [role=menu]'
const TEXT_FIELDS = 'input, textarea, select, [contenteditable]'
const BUTTONS = 'button, a, summary, [role=menuitem], [role=button]'
const THREADS = 'section[data-conversation-id]'

export function isOverlayDrawn(): boolean {
  return document.querySelector(OVERLAYS) !== null
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

/** Where the focus is, as far as Escape is concerned. */
export function backFocus(): BackFacts['focus'] {
  const { activeElement } = document
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
  return document.getElementById(ELEMENT_IDS.list) !== null
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

/** `absent`: not drawn yet. `none`: all is drawn, and there is no such field that can be written in. */
export type FieldState = 'absent' | 'none' | 'ready'

type Wanted = Pick<FieldRequest, 'conversationId' | 'field'>

export function stateOfField(wanted: Wanted): FieldState {
  const { conversationId, field } = wanted
  if (field === 'undecided') return 'absent'
  if (writableField(wanted) !== null) return 'ready'
  return field !== 'first-message' && conversationId !== null && threadOf(conversationId) !== undefined
    ? 'none'
    : 'absent'
}

/** Moves the focus into the field, with what was typed for it meanwhile. */
export function enterField(wanted: Wanted, text: string): void {
  const field = writableField(wanted)
  if (field === null) return
  field.focus()
  if (text !== '') insertText(field, text)
}

function writableField({ conversationId, field }: Wanted): HTMLTextAreaElement | HTMLInputElement | null {
  const holder = field === 'first-message' ? document : conversationId === null ? undefined : threadOf(conversationId)
  const element = holder?.querySelector(`#${field}`) ?? null
  const isText = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
  return isText && !element.disabled && !element.readOnly ? element : null
}

/** Takes the focus out of a text field that another one is asked for in the place of. */
export function leaveField(): void {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && isField(activeElement)) focusList()
}

/** Takes the focus out of a thread that is about to be replaced: the next letters are not meant for it. */
export function leaveOtherThread(conversationId: string | null): void {
  const { focusedId } = threadOnScreen(document.activeElement)
  if (focusedId !== null && focusedId !== conversationId) focusList()
}

/** False while the thread of this conversation is not drawn. */
export function focusThreadLog(conversationId: string): boolean {
  const log = threadOf(conversationId)?.querySelector<HTMLElement>(`#${ELEMENT_IDS.threadLog}`) ?? null
  log?.focus()
  return log !== null
}

/** On the messages themselves, and on nothing among them. */
export function isInThread(): boolean {
  return document.activeElement?.id === ELEMENT_IDS.threadLog
}

/** Onto the list, or where there is none, onto what is drawn in its place. */
export function focusList(): void {
  const home = document.getElementById(ELEMENT_IDS.list) ?? document.querySelector('main')
  home?.focus({ preventScroll: true })
}

export function afterNextFrame(then: () => void): void {
  requestAnimationFrame(then)
}
