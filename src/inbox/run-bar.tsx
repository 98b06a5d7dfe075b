import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { findCommand } from '../commands/registry.ts'
import { readContext, runCommand } from '../commands/run.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import type { Listing } from '../catalogue/listing.ts'
import { text } from '../strings/text.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { selectedKey, useView } from '../view/view.ts'
import { placeLabels } from '../words/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { useListed } from './use-listed.ts'

type RunBarProps = {
  readonly run: Listing
  /** Shown before the buttons. */
  readonly children: ReactNode
}

/** Shown above the conversation in focus mode: its position among all of them. The hidden list holds still meanwhile. */
export function RunBar({ run, children }: RunBarProps) {
  useListed('in-list')
  const selectedId = useView(selectedKey)
  const index = selectedId === null ? -1 : run.indexOf(selectedId)
  return (
    <section
      aria-label={text('inbox.focusMode')}
      className="relative flex h-10 shrink-0 items-center gap-1 border-b border-line bg-canvas pe-3 ps-4"
    >
      <div className="flex min-w-0 flex-1 items-baseline gap-2">
        <p role="status" className="font-semibold">
          {index === -1
            ? text('inbox.runTotal', { count: run.count })
            : text('inbox.runPosition', { position: index + 1, count: run.count })}
        </p>
        <h1 className="truncate text-sm text-faint">
          {placeLabels(run).map((label, part) => (
            <Fragment key={part}>
              {part > 0 && ' · '}
              <bdi>{label}</bdi>
            </Fragment>
          ))}
        </h1>
      </div>
      {children}
      <RunButton id="previous" icon={<ChevronUp size={15} />} />
      <RunButton id="next" icon={<ChevronDown size={15} />} />
      <RunButton id="run-mode" label={text('inbox.leaveFocusMode')} keyId="back" icon={<X size={15} />} />
      <span
        aria-hidden="true"
        className="absolute bottom-[-1px] start-0 h-0.5 bg-accent kept-fill transition-[width]"
        style={{ width: `${(100 * (index + 1)) / Math.max(run.count, 1)}%` }}
      />
    </section>
  )
}

type RunButtonProps = {
  readonly id: string
  /** The command whose shortcut the button shows. */
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
