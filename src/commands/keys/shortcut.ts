import { shownKeyOf } from './keymap.ts'
import { findCommand } from '../registry.ts'
import { useCommandSettings } from '../settings.ts'

/** The key to show beside a control that runs a command; undefined when no key would run it. */
export function useShortcut(commandId: string): string | undefined {
  return useCommandSettings((settings) => {
    const command = findCommand(commandId)
    return command === undefined ? undefined : shownKeyOf(command, settings)
  })
}
