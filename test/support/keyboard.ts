/** The fields of a KeyboardEvent that commands use, since Node has none. */
class NodeKeyboardEvent extends Event {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
  readonly isComposing: boolean
  readonly keyCode: number
  readonly #isAltGraph: boolean

  constructor(type: string, init: KeyboardEventInit = {}) {
    super(type, { cancelable: true })
    this.key = init.key ?? ''
    this.code = init.code ?? ''
    this.ctrlKey = init.ctrlKey === true
    this.metaKey = init.metaKey === true
    this.altKey = init.altKey === true
    this.shiftKey = init.shiftKey === true
    this.repeat = init.repeat === true
    this.isComposing = init.isComposing === true
    this.keyCode = init.keyCode ?? 0
    this.#isAltGraph = init.modifierAltGraph === true
  }

  getModifierState(name: string): boolean {
    const states: Readonly<Record<string, boolean>> = {
      Control: this.ctrlKey,
      Meta: this.metaKey,
      Alt: this.altKey,
      Shift: this.shiftKey,
      AltGraph: this.#isAltGraph,
    }
    return states[name] === true
  }
}

/** Installs the fake KeyboardEvent in this process. */
export function installKeyboard(): void {
  Object.assign(globalThis, { KeyboardEvent: NodeKeyboardEvent })
}

export function keyPress(key: string, held: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...held })
}
