import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { findCommand } from '../commands/registry.ts'
import { readContext, runCommand } from '../commands/run.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import type { Listing } from '../catalogue/listing.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useView } from '../view.ts'
import { placeLabels } from '../words/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { useListed } from './use-listed.ts'

/** Over the one conversation of a run: which of how many it is. The list is not seen, and stands still all the while. */
export function RunBar({ run }: { readonly run: Listing }) {
  useListed('in-list')
  const selectedId = useView((view) => view.selectedId)
  const place = selectedId === null ? -1 : run.indexOf(selectedId)
  return (
    <section
      aria-label="Focus mode"
      className="relative flex h-10 shrink-0 items-center gap-1 border-b border-line bg-canvas pr-3 pl-4"
    >
      <div className="flex min-w-0 flex-1 items-baseline gap-2">
        <p role="status" className="font-semibold">
          {place === -1 ? `${writeNumber(run.count)} total` : `${writeNumber(place + 1)} of ${writeNumber(run.count)}`}
        </p>
        <h1 className="truncate text-sm text-faint">
          {placeLabels(run).map((label, place) => (
            <Fragment key={place}>
              {place > 0 && ' · '}
              <bdi>{label}</bdi>
            </Fragment>
          ))}
        </h1>
      </div>
      <RunButton id="previous" icon={<ChevronUp size={15} />} />
      <RunButton id="next" icon={<ChevronDown size={15} />} />
      <RunButton id="run-mode" label="Leave focus mode" keyId="back" icon={<X size={15} />} />
      <span
        aria-hidden="true"
        className="absolute bottom-[-1px] left-0 h-0.5 bg-accent transition-[width]"
        style={{ width: `${(100 * (place + 1)) / Math.max(run.count, 1)}%` }}
      />
    </section>
  )
}

type RunButtonProps = {
  readonly id: string
  /** The command whose key does it. */
  readonly keyId?: string
  readonly label?: string
  readonly icon: ReactNode
}

function RunButton({ id, keyId = id, label, icon }: RunButtonProps) {
  const open = useWorkspace()
  const shortcut = useShortcut(keyId)
  const command = findCommand(id)
  if (command === undefined) return null
  return (
    <IconButton
      label={label ?? command.title}
      size="sm"
      shortcut={shortcut}
      icon={icon}
      onClick={() => runCommand(command, readContext(open))}
    />
  )
}
