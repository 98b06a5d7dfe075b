import { bindKeys } from '../../../src/commands/keys/bind-keys.ts'
import { pressRow } from '../../../src/commands/entries/pick.ts'
import { countPicked, idsPicked } from '../../../src/catalogue/picked.ts'
import type { ViewName } from '../../../src/db/views.ts'
import { openConversation, openDialog, showView, useView } from '../../../src/view/view.ts'
import { resetView } from '../../../src/view/workspace-view.ts'
import type { View } from '../../../src/view/view-state.ts'
import { keyPress } from '../../support/keyboard.ts'
import type { Act } from './acts.ts'
import { ModelWindow } from './model-window.ts'
import type { stage as theStage } from './stage.ts'
import { CALL_OF_PARTNER, IDS, isCall, openOnStage, PARTNERS, phoneOf } from './workspace.ts'

export type Counts = {
  runs: number
  presses: number
  changes: number
  kept: number
  delivered: number
  typed: number
  givenUp: number
}

export const NO_COUNTS: Counts = { runs: 0, presses: 0, changes: 0, kept: 0, delivered: 0, typed: 0, givenUp: 0 }

type Stage = typeof theStage

/** Plays one sequence. Throws at the first act that runs a command on, or writes text into, the wrong conversation. */
export async function runActs(sequence: readonly Act[], stage: Stage, counts: Counts): Promise<void> {
  const run = new Run(stage, counts)
  try {
    for (const act of sequence) await run.play(act)
    counts.runs += 1
  } finally {
    run.end()
  }
}

type Listener = (event: Event) => void

class Run {
  readonly #stage: Stage
  readonly #counts: Counts
  readonly #window = new ModelWindow(isCall)
  readonly #capture: Listener[] = []
  readonly #bubble: Listener[] = []
  readonly #pointer: Listener[] = []
  readonly #focusIn: Listener[] = []
  readonly #unbind: () => void
  readonly #members: Record<string, Set<string>> = {
    inbox: new Set(IDS.slice(0, 5)),
    snoozed: new Set(IDS.slice(5)),
    all: new Set(IDS),
  }
  /** The conversation whose field was requested, and the text typed for it since. */
  #promise: { readonly conversationId: string; text: string } | null = null
  /** The conversation that the user types into without interruption; null for none. */
  #burst: string | null = null

  constructor(stage: Stage, counts: Counts) {
    this.#stage = stage
    this.#counts = counts
    Object.assign(stage, { window: this.#window, changed: [], lookUps: [], searchedPhones: [] })
    installGlobals()
    resetView()
    this.#unbind = bindKeys(this.#target(), () => openOnStage)
    this.#drawList()
    this.#window.focus = { kind: 'list', of: null }
    this.#window.onFocusIn = () => this.#focusIn.forEach((listener) => listener(new Event('focusin')))
  }

  end(): void {
    this.#unbind()
    this.#stage.window = null
  }

  async play(act: Act): Promise<void> {
    const before = useView.getState()
    this.#act(act, before)
    for (let tick = 0; tick < 4; tick += 1) await Promise.resolve()
    this.#judgeDelivered(act)
    if (act.kind !== 'key' && this.#stage.changed.length > 0)
      throw new Error(`${act.kind} changed ${JSON.stringify(this.#stage.changed)}`)
    this.#stage.changed.length = 0
  }

  #act(act: Act, before: View): void {
    switch (act.kind) {
      case 'key':
        return this.#press(act, before)
      case 'click row':
        return this.#click(() => {
          const id = this.#window.drawnList.idAt(act.index)
          this.#window.click('list')
          if (id !== null) pressRow(id, PLAIN_CLICK, false)
        })
      case 'click thread':
        return this.#click(() => this.#window.click('thread'))
      case 'click composer':
        return this.#click(() => this.#window.click('composer'))
      case 'click view':
        return this.#click(() => {
          this.#window.click('view')
          showView(act.name, null)
        })
      case 'notification':
        this.#burst = null
        return openConversation(IDS[act.index] ?? '')
      case 'list changes':
        return this.#changeList(IDS[act.index] ?? '')
      case 'draw thread':
        return this.#window.drawThread()
      case 'draw list':
        return this.#drawList()
      case 'draw dialog':
        return this.#window.drawDialog()
      case 'frame':
        return this.#window.runFrame()
      case 'responses arrive':
        return this.#respond()
    }
  }

  #press(act: Extract<Act, { kind: 'key' }>, before: View): void {
    this.#counts.presses += 1
    const allowed = this.#allowed(before)
    const promised = this.#isPromised(before) ? this.#promise : null
    const typesAt = this.#window.isInText() && this.#window.focus.of !== null ? this.#window.focus.of : null
    const writes = act.ctrlKey !== true && (act.key.length === 1 || act.key === 'Backspace' || act.key === 'Enter')
    const { isStopped, isPrevented } = this.#dispatch(act)
    const changed = this.#stage.changed.flatMap(({ ids }) => ids)
    const bulk = useView.getState().bulk
    for (const id of [...changed, ...(bulk !== before.bulk ? (bulk?.keys ?? []) : [])])
      if (!allowed.has(id)) throw new Error(`${act.key} ran on ${id}, which was not selected and visible`)
    this.#counts.changes += changed.length
    if (promised !== null && writes) {
      promised.text = written(promised.text, act.key)
      this.#counts.kept += 1
      this.#judgeBurst(promised.conversationId, act)
    } else if (!isPrevented && !isStopped && typesAt !== null && writes) {
      this.#counts.typed += 1
      this.#judgeBurst(typesAt, act)
    } else if (writes && this.#burst !== null && (changed.length > 0 || hasActed(before, useView.getState()))) {
      throw new Error(`${act.key} ran a command in the middle of a text for ${this.#burst}`)
    }
    if (act.key === 'Escape' || act.ctrlKey === true) this.#burst = null
    this.#notePromise(before, allowed)
    if (act.key === 'Escape' && !isStopped && this.#window.isDialogDrawn) openDialog('none')
  }

  /** A requested field must belong to a conversation that the command may apply to. */
  #notePromise(before: View, allowed: ReadonlySet<string>): void {
    const { fieldRequest } = useView.getState()
    if (fieldRequest === null || before.fieldRequest !== null || fieldRequest.conversationId === null) return
    if (!allowed.has(fieldRequest.conversationId))
      throw new Error(`a field was requested in ${fieldRequest.conversationId}, which was not selected and visible`)
    this.#promise = { conversationId: fieldRequest.conversationId, text: '' }
    this.#burst = fieldRequest.conversationId
  }

  #judgeBurst(conversationId: string, act: Act): void {
    const canonical = CALL_OF_PARTNER[conversationId] ?? conversationId
    const burst = this.#burst === null ? null : (CALL_OF_PARTNER[this.#burst] ?? this.#burst)
    if (burst !== null && burst !== canonical)
      throw new Error(`${JSON.stringify(act)} went to ${conversationId} in the middle of a text for ${this.#burst}`)
    this.#burst = conversationId
  }

  /** Kept text goes completely into the conversation that it was typed for, or nowhere. */
  #judgeDelivered(act: Act): void {
    const promise = this.#promise
    let isDelivered = false
    for (const { conversationId, text } of this.#window.written.splice(0)) {
      this.#counts.delivered += 1
      isDelivered = true
      if (promise === null) throw new Error(`${text} was written into ${conversationId}, without a command`)
      const isIntended =
        conversationId === promise.conversationId || conversationId === PARTNERS[promise.conversationId]
      if (!isIntended || text !== promise.text)
        throw new Error(
          `after ${act.kind}: “${text}” was written into ${conversationId}, not “${promise.text}” into ${promise.conversationId}`,
        )
    }
    const { fieldRequest, recipient, dialog } = useView.getState()
    if (dialog === 'new-conversation' && recipient !== null && promise !== null && fieldRequest !== null)
      if (recipient.phone !== phoneOf(promise.conversationId))
        throw new Error(`the dialog writes to ${recipient.phone}`)
    if (fieldRequest !== null || promise === null) return
    if (!isDelivered && promise.text !== '') this.#counts.givenUp += 1
    this.#promise = null
  }

  #isPromised({ fieldRequest, dialog }: View): boolean {
    if (fieldRequest === null || fieldRequest.missing !== null) return false
    const isCovered = dialog !== 'none' || this.#window.isDialogDrawn
    return !isCovered || fieldRequest.field === 'first-message'
  }

  /** The conversations that a command may apply to at this press, by what the user sees. */
  #allowed({ dialog, fieldRequest, screen, picked, selectedId, name, channel, run }: View): ReadonlySet<string> {
    const { isDialogDrawn, drawnList, drawnThread, focus } = this.#window
    if (dialog !== 'none' || isDialogDrawn || fieldRequest !== null || screen !== 'inbox') return new Set()
    if (this.#window.isInText()) return new Set()
    if (countPicked(picked) > 0) return new Set(idsPicked(picked))
    if (selectedId === null) return new Set()
    const isListed = drawnList.name === name && drawnList.channel === channel && drawnList.indexOf(selectedId) !== -1
    const isVisible = (run === null && isListed) || focus.of === selectedId
    return new Set(isVisible || (run !== null && drawnThread === selectedId) ? [selectedId] : [])
  }

  #dispatch({ key, shiftKey = false, ctrlKey = false }: Extract<Act, { kind: 'key' }>) {
    const event = keyPress(key, { shiftKey, ctrlKey, code: key.length === 1 ? `Key${key.toUpperCase()}` : key })
    let isStopped = false
    event.stopPropagation = () => {
      isStopped = true
    }
    for (const listener of this.#capture) listener(event)
    if (!isStopped) for (const listener of this.#bubble) listener(event)
    return { isStopped, isPrevented: event.defaultPrevented }
  }

  #click(then: () => void): void {
    // A dialog covers everything else.
    if (this.#window.isDialogDrawn) return
    for (const listener of this.#pointer) listener(new Event('pointerdown'))
    this.#burst = null
    then()
  }

  #changeList(id: string): void {
    const { name } = useView.getState()
    const members = this.#members[name] ?? this.#members['all']
    if (members?.has(id) === true) members.delete(id)
    else members?.add(id)
  }

  #drawList(): void {
    this.#window.drawList((name: ViewName) => [...(this.#members[name] ?? [])])
  }

  #respond(): void {
    for (const [index, resolve] of this.#stage.lookUps.splice(0).entries()) {
      const phone = this.#stage.searchedPhones[index] ?? ''
      const call = IDS.find((id) => isCall(id) && phoneOf(id) === phone)
      const partner = call === undefined ? undefined : PARTNERS[call]
      resolve(partner === undefined ? null : { id: partner })
    }
    this.#stage.searchedPhones.length = 0
  }

  #target(): Window {
    const target = {
      document: {
        activeElement: { matches: () => false },
        body: {},
        addEventListener: (name: string, listener: Listener) => {
          if (name === 'focusin') this.#focusIn.push(listener)
        },
        removeEventListener() {},
      },
      addEventListener: (name: string, listener: Listener, isCapture?: boolean) => {
        if (name === 'pointerdown') this.#pointer.push(listener)
        else if (isCapture === true) this.#capture.push(listener)
        else this.#bubble.push(listener)
      },
      removeEventListener() {},
    }
    return target as unknown as Window
  }
}

const PLAIN_CLICK = { stopPropagation() {}, shiftKey: false, ctrlKey: false, metaKey: false }

function written(text: string, key: string): string {
  if (key === 'Backspace') return text.slice(0, -1)
  return text + (key === 'Enter' ? '\n' : key)
}

function hasActed(before: View, after: View): boolean {
  const seen = ({ selectedId, name, channel, screen, dialog, picked, run }: View) =>
    JSON.stringify([selectedId, name, channel, screen, dialog, countPicked(picked), run !== null])
  return seen(before) !== seen(after)
}

function installGlobals(): void {
  const nothing = {
    activeElement: null,
    getElementById: () => null,
    querySelector: () => null,
    querySelectorAll: () => [],
  }
  Object.assign(globalThis, {
    document: nothing,
    navigator: { userAgent: 'Linux' },
    MutationObserver: NoMutations,
    // The meter of keys waits for a frame, and none is painted.
    requestAnimationFrame: () => 0,
  })
}

class NoMutations {
  observe(): void {}
  disconnect(): void {}
}
