import { listingOf, type Listing } from '../../../src/catalogue/listing.ts'
import type { ViewName } from '../../../src/db/views.ts'
import { showListed, useView } from '../../../src/view/view.ts'
import type { FieldRequest } from '../../../src/view/view-state.ts'

type FieldTarget = Pick<FieldRequest, 'conversationId' | 'field'>

type Focus = {
  readonly kind: 'list' | 'thread' | 'composer' | 'tags' | 'dialog' | 'nothing'
  readonly of: string | null
}

/** Text in a field of a thread or of the new-conversation dialog. */
export type Written = {
  readonly conversationId: string
  readonly field: 'composer' | 'tags' | 'first-message'
  readonly text: string
}

/**
 * A model of the window without a browser. It draws only when it is told to, so its drawing may lag behind the view. It has the functions of
 * src/commands/keys/dom.ts.
 */
export class ModelWindow {
  drawnThread: string | null = null
  drawnList: Listing = listingOf({ name: 'inbox', channel: null }, [])
  isDialogDrawn = false
  /** Called when an element gets the focus. */
  onFocusIn: () => void = () => {}
  #focus: Focus = NOWHERE
  readonly written: Written[] = []
  readonly isCall: (id: string) => boolean
  readonly #frames: (() => void)[] = []

  constructor(isCall: (id: string) => boolean) {
    this.isCall = isCall
  }

  get focus(): Focus {
    return this.#focus
  }

  set focus(focus: Focus) {
    this.#focus = focus
    if (focus.kind !== 'nothing') this.onFocusIn()
  }

  /** Draws the thread of the selected conversation. A focus in another thread is lost. */
  drawThread(): void {
    const { selectedId } = useView.getState()
    if (selectedId === this.drawnThread) return
    this.drawnThread = selectedId
    if (this.focus.of !== null && this.focus.of !== selectedId) this.focus = NOWHERE
  }

  drawList(ids: (name: ViewName, channel: string | null) => readonly string[]): void {
    const { name, channel, screen } = useView.getState()
    if (screen === 'outbox') return
    this.drawnList = listingOf({ name, channel }, ids(name, channel))
    showListed(this.drawnList)
  }

  drawDialog(): void {
    const isOpen = useView.getState().dialog !== 'none'
    if (isOpen === this.isDialogDrawn) return
    this.isDialogDrawn = isOpen
    this.focus = isOpen ? { kind: 'dialog', of: null } : { kind: 'list', of: null }
  }

  runFrame(): void {
    for (const frame of this.#frames.splice(0)) frame()
  }

  /** Types a character into the focused field. */
  type(text: string): void {
    const { kind, of } = this.focus
    if (of !== null && (kind === 'composer' || kind === 'tags'))
      this.written.push({ conversationId: of, field: kind, text })
  }

  isInText(): boolean {
    return this.focus.kind === 'composer' || this.focus.kind === 'tags' || this.focus.kind === 'dialog'
  }

  click(kind: 'list' | 'view' | 'thread' | 'composer'): void {
    if (kind === 'view') this.focus = NOWHERE
    else if (kind === 'list') this.focus = { kind, of: null }
    else if (this.drawnThread !== null && !(kind === 'composer' && this.isCall(this.drawnThread)))
      this.focus = { kind, of: this.drawnThread }
  }

  /** Replaces src/commands/keys/dom.ts. */
  readonly drawn = {
    isOverlayDrawn: () => this.isDialogDrawn,
    isFocusInOverlay: () => this.isDialogDrawn && this.focus.kind === 'dialog',
    // What was typed for a dialog before it was drawn is lost here: a dialog of the model keeps no text.
    fieldInOverlay: () => null,
    focusKindOf: () => (this.focus.kind === 'tags' || this.focus.kind === 'dialog' ? 'field' : this.focus.kind),
    isComposer: () => this.focus.kind === 'composer',
    backFocus: () => {
      if (this.focus.kind === 'list' || this.focus.kind === 'nothing') return this.focus.kind
      return this.isInText() ? 'field' : 'elsewhere'
    },
    hasList: () => true,
    threadOnScreen: () => ({ shownId: this.drawnThread, focusedId: this.focus.of }),
    stateOfField: ({ conversationId, field }: FieldTarget) => {
      if (field === 'undecided') return 'absent'
      if (field === 'first-message')
        return this.isDialogDrawn && useView.getState().dialog === 'new-conversation' ? 'ready' : 'absent'
      if (this.drawnThread !== conversationId) return 'absent'
      return field === 'reply' && conversationId !== null && this.isCall(conversationId) ? 'none' : 'ready'
    },
    enterField: ({ conversationId, field }: FieldTarget, text: string) => {
      if (field === 'first-message') this.focus = { kind: 'dialog', of: null }
      else this.focus = { kind: field === 'tags' ? 'tags' : 'composer', of: conversationId }
      const writtenField = field === 'first-message' || field === 'tags' ? field : 'composer'
      if (text !== '' && conversationId !== null) this.written.push({ conversationId, field: writtenField, text })
    },
    leaveField: () => {
      if (this.isInText()) this.focus = { kind: 'list', of: null }
    },
    leaveOtherThread: (conversationId: string | null) => {
      if (this.focus.of !== null && this.focus.of !== conversationId) this.focus = { kind: 'list', of: null }
    },
    focusThreadLog: (conversationId: string) => {
      if (this.drawnThread !== conversationId) return false
      this.focus = { kind: 'thread', of: conversationId }
      return true
    },
    isInThread: () => this.focus.kind === 'thread',
    focusList: () => {
      this.focus = { kind: 'list', of: null }
    },
    // The model's focus is never on an element that goes.
    canHaveFocus: () => true,
    placeOf: () => null,
    focusNextInGroup: () => false,
    focusOverlay: () => {},
    afterNextFrame: (then: () => void) => void this.#frames.push(then),
  }
}

const NOWHERE: Focus = { kind: 'nothing', of: null }
