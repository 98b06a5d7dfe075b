import type { PressFacts } from '../../src/commands/keys/press.ts'

const NO_KEY: PressFacts = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isAltGraph: false,
  isComposing: false,
  keyCode: 0,
}

/** A key press without modifiers, changed by `facts`. */
export function pressFacts(facts: Partial<PressFacts>): PressFacts {
  return { ...NO_KEY, ...facts }
}
