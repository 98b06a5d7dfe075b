import { shownKeyOf } from './keymap.ts'
import { findCommand } from '../registry.ts'
import { useCommandSettings } from '../settings.ts'

/** The key to show beside what does the same as a command; drawn anew when a person changes it. Undefined where none would do anything. */
export function useShortcut(commandId: string): string | undefined {
  return useCommandSettings((settings) => {
    const command = findCommand(commandId)
    return command === undefined ? undefined : shownKeyOf(command, settings)
  })
}
