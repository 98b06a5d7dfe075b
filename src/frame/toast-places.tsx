import { memo } from 'react'
import { countPicked } from '../catalogue/picked.ts'
import { findCommand } from '../commands/registry.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { classNames } from '../ui/class-names.ts'
import { frontPane, isPaneShown } from '../view/layout.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useView } from '../view/view.ts'
import { ToastPlace } from './toast.tsx'

/**
 * The foot of the list: the toast, or else the most important keys. It always has the same height, so that no row moves when a toast comes
 * or goes. Beside the bar for picked conversations it has room only while there is a toast.
 */
export const ListFoot = memo(function ListFoot() {
  const isPicking = useView((view) => countPicked(view.picked) > 0)
  const isSearching = useView((view) => view.search !== null)
  const hasToast = useView((view) => view.toast !== null)
  const isShown = useView((view) => isPaneShown(view, 'list'))
  const isReserved = !isPicking && !isSearching
  return (
    <div
      className={classNames(
        'relative flex shrink-0 flex-col justify-center',
        isReserved && 'min-h-12.25 [@media(max-height:480px)]:min-h-0',
        (isReserved || hasToast) && 'border-t border-line',
      )}
    >
      {isReserved && !hasToast && <KeyHints />}
      {isShown && <ToastPlace className={hasToast ? 'min-h-12 py-1.5 ps-6 pe-3' : undefined} />}
    </div>
  )
})

/** The foot of the outbox. */
export function OutboxFoot() {
  const hasToast = useView((view) => view.toast !== null)
  return (
    <ToastPlace
      className={
        hasToast
          ? 'min-h-12.25 shrink-0 border-t border-line bg-surface px-6 py-1.5 [&>[role=status]]:flex-none'
          : undefined
      }
    />
  )
}

/** The toast in the bar of focus mode. */
export function RunToast() {
  const hasToast = useView((view) => view.toast !== null)
  const isShown = useView((view) => isPaneShown(view, 'thread'))
  return isShown && <ToastPlace className={hasToast ? 'max-w-[70%] pe-2' : undefined} />
}

/** The toast above the only pane of a narrow window. The list has its own place, and so has focus mode. */
export function PaneToast({ pane }: { readonly pane: 'thread' | 'customer' }) {
  const isShown = useView((view) => frontPane(view) === pane && (pane === 'customer' || view.run === null))
  const hasToast = useView((view) => view.toast !== null)
  return (
    isShown && (
      <ToastPlace className={hasToast ? 'min-h-10 shrink-0 border-b border-line bg-canvas px-4 py-1' : undefined} />
    )
  )
}

/** The keys for the selected conversation, or the first ones to know. Assistive technology has them from the commands' own controls. */
function KeyHints() {
  const hasSelection = useView((view) => view.selectedId !== null)
  const finish = useCommandSettings((settings) => settings.finish)
  const ids = hasSelection ? [finish, 'reply', 'snooze', 'help'] : ['next', 'search', 'palette', 'help']
  return (
    <div
      aria-hidden="true"
      className="flex h-4 flex-wrap gap-x-3 gap-y-2 overflow-hidden ps-6 pe-3 text-xs text-faint [@media(max-height:480px)]:hidden"
    >
      {ids.map((id) => (
        <KeyHint key={id} id={id} />
      ))}
    </div>
  )
}

function KeyHint({ id }: { readonly id: string }) {
  const keys = useShortcut(id)
  const title = findCommand(id)?.title
  if (keys === undefined || title === undefined) return null
  return (
    <span className="flex items-center gap-1 whitespace-nowrap">
      <Kbd keys={keys} />
      {title}
    </span>
  )
}
