import type { ModelWindow } from './model-window.ts'

/** The state that the fakes for the browser and the database share within a run. */
type Stage = {
  window: ModelWindow | null
  /** The changes made by commands, in order. */
  changed: { readonly field: string; readonly ids: readonly string[] }[]
  /** Pending look-ups of an open conversation with a caller. */
  lookUps: ((found: { readonly id: string } | null) => void)[]
  searchedPhones: string[]
}

export const stage: Stage = { window: null, changed: [], lookUps: [], searchedPhones: [] }

type Drawn = ModelWindow['drawn']

function onStage<Name extends keyof Drawn>(name: Name): Drawn[Name] {
  const call = (...args: readonly unknown[]): unknown => {
    if (stage.window === null) throw new Error('no window is on stage')
    return (stage.window.drawn[name] as (...all: readonly unknown[]) => unknown)(...args)
  }
  return call as unknown as Drawn[Name]
}

export const drawnOnStage: Drawn = {
  isOverlayDrawn: onStage('isOverlayDrawn'),
  isFocusInOverlay: onStage('isFocusInOverlay'),
  fieldInOverlay: onStage('fieldInOverlay'),
  focusKindOf: onStage('focusKindOf'),
  isComposer: onStage('isComposer'),
  backFocus: onStage('backFocus'),
  hasList: onStage('hasList'),
  threadOnScreen: onStage('threadOnScreen'),
  stateOfField: onStage('stateOfField'),
  enterField: onStage('enterField'),
  leaveField: onStage('leaveField'),
  leaveOtherThread: onStage('leaveOtherThread'),
  focusThreadLog: onStage('focusThreadLog'),
  isInThread: onStage('isInThread'),
  focusList: onStage('focusList'),
  canHaveFocus: onStage('canHaveFocus'),
  placeOf: onStage('placeOf'),
  focusNextInGroup: onStage('focusNextInGroup'),
  focusOverlay: onStage('focusOverlay'),
  afterNextFrame: onStage('afterNextFrame'),
}

export const changesOnStage = {
  CHUNK: 500,
  changeConversations(_: unknown, request: { readonly field: string; readonly conversationIds: readonly string[] }) {
    stage.changed.push({ field: request.field, ids: request.conversationIds })
    return Promise.resolve({ changed: request.conversationIds.length, problems: [] })
  },
}

export const lookUpOnStage = {
  findOpenConversation: (_: unknown, { phone }: { readonly phone: string }) =>
    new Promise((resolve) => {
      stage.searchedPhones.push(phone)
      stage.lookUps.push(resolve)
    }),
}

export const queriesOnStage = {
  readThread: () => Promise.resolve(null),
}
