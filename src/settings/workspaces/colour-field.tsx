import { Check } from 'lucide-react'
import { useId } from 'react'
import type { Workspace } from '../../shared/bridge.ts'
import { text } from '../../strings/text.ts'
import { COLOUR_NAMES, hueOf } from '../../words/workspace-hue.ts'
import { useLiveWorkspaces, useWorkspaces } from '../../workspace.tsx'

/** The colour that marks a workspace, as a radio group. It is stored and shown everywhere at once. */
export function ColourField({ workspace }: { readonly workspace: Workspace }) {
  const { recolour } = useWorkspaces()
  const chosen = useLiveWorkspaces().find((entry) => entry.workspace.id === workspace.id)?.colour
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={text('settings.workspaces.colourOf', { name: workspace.name })}
      className="flex flex-wrap gap-1.5"
    >
      {COLOUR_NAMES.map((id, colour) => (
        <label
          key={id}
          title={text(id)}
          className="relative flex size-5 items-center justify-center rounded-mark forced-color-adjust-none has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          style={{
            backgroundColor: `oklch(var(--workspace-fill) ${hueOf(colour)})`,
            color: `oklch(var(--workspace-text) ${hueOf(colour)})`,
          }}
        >
          <input
            type="radio"
            name={name}
            aria-label={text(id)}
            checked={colour === chosen}
            onChange={() => recolour(workspace.id, colour)}
            className="absolute inset-0 appearance-none outline-none"
          />
          {colour === chosen && <Check size={13} strokeWidth={3} aria-hidden="true" />}
        </label>
      ))}
    </div>
  )
}
