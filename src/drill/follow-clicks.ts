import { COMMANDS, findCommand } from '../commands/registry.ts'
import { shownKeyOf } from '../commands/keys/keymap.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { ariaKeys, isMac } from '../ui/key-names.ts'
import { afterMouseUse, readHints } from './hints.ts'
import { useKeyLessons } from './store.ts'

/** Persisted: the uses by mouse and the hints of this device. */
const NAME = 'key-hints'

/**
 * Shows a hint after clicks on controls that have a key. Every such control names its key, or its command, to assistive technology and to
 * this: `aria-keyshortcuts`, or `data-command` for keys in a row. Returns the function that stops it.
 */
export function followClicks(storage: Pick<Storage, 'getItem' | 'setItem'>, now: () => number): () => void {
  let record = readHints(storage.getItem(NAME), (id) => findCommand(id) !== undefined)
  const onClick = (event: MouseEvent): void => {
    // 0: pressed by key or by assistive technology.
    if (event.detail === 0) return
    const commandId = commandOfClick(event.target)
    const command = commandId === null ? undefined : findCommand(commandId)
    if (command === undefined) return
    const settings = useCommandSettings.getState()
    const keys = shownKeyOf(command, settings)
    const use = { commandId: command.id, hasKey: keys !== undefined, isOn: settings.hasHints, now: now() }
    const next = afterMouseUse(record, use)
    if (next.record !== record) storage.setItem(NAME, JSON.stringify(next.record))
    record = next.record
    if (next.isHint && keys !== undefined) useKeyLessons.setState({ hint: { commandId: command.id, keys } })
  }
  document.addEventListener('click', onClick, true)
  return () => document.removeEventListener('click', onClick, true)
}

/** The command of the control that was clicked; null for none. */
export function commandOfClick(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null
  const control = target.closest('[data-command], [aria-keyshortcuts]')
  const named = control?.getAttribute('data-command') ?? null
  if (named !== null) return named
  const pressed = control?.getAttribute('aria-keyshortcuts') ?? null
  if (pressed === null) return null
  const settings = useCommandSettings.getState()
  const found = COMMANDS.find((command) => {
    const keys = command.scope === 'dialog' ? undefined : shownKeyOf(command, settings)
    return keys !== undefined && ariaKeys(keys, isMac()) === pressed
  })
  return found?.id ?? null
}
