import { Keyboard } from 'lucide-react'
import { nameOf } from '../commands/keys/keymap.ts'
import { findCommand } from '../commands/registry.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { richText } from '../strings/rich-text.ts'
import { Kbd } from '../ui/kbd.tsx'

/** The key of a command that the user has run with the mouse. Assistive technology hears it from the teacher. */
export function HintCard({ commandId, keys }: { readonly commandId: string; readonly keys: string }) {
  const settings = useCommandSettings()
  const command = findCommand(commandId)
  if (command === undefined) return null
  return (
    <p className="mx-2 mb-2 flex animate-appear items-start gap-2 rounded-md border border-line bg-raised px-3 py-2 text-sm text-muted shadow-low">
      <Keyboard size={14} aria-hidden="true" className="mt-0.5 shrink-0 text-faint" />
      <span className="min-w-0">
        {richText('drill.hintFor', { name: nameOf(command, settings), key: <Kbd keys={keys} isHeard /> })}
      </span>
    </p>
  )
}
