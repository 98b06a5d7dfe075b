import * as Radix from 'radix-ui/context-menu'
import { Fragment, type MouseEvent, type ReactNode } from 'react'
import { text } from '../strings/text.ts'
import { Kbd } from './kbd.tsx'
import type { MenuItem } from './menu.tsx'

type ContextMenuProps = {
  readonly children: ReactNode
  /** The name of the item; null while it is unknown. */
  readonly title: string | null
  readonly items: readonly MenuItem[]
  /** Called before it opens, by the mouse, the menu key or Shift+F10. Return false to keep it closed. */
  readonly onAsk: (event: MouseEvent) => boolean
  /** Called after it closes, with or without a choice. Restores the focus. */
  readonly onClosed: (event: Event) => void
}

/** A menu for the item under the pointer, or for the selected one. */
export function ContextMenu({ children, title, items, onAsk, onClosed }: ContextMenuProps) {
  const hasLead = items.some(({ icon }) => icon !== undefined)
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger
        asChild
        onContextMenu={(event) => {
          if (!onAsk(event)) event.preventDefault()
        }}
      >
        {/* `contents` adds no box; events of the children bubble through it. */}
        <div className="contents">{children}</div>
      </Radix.Trigger>
      <Radix.Portal>
        <section aria-label={text('words.menu')}>
          <Radix.Content
            collisionPadding={8}
            onCloseAutoFocus={onClosed}
            className="z-50 max-h-(--radix-context-menu-content-available-height) min-w-56 animate-appear overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-high"
          >
            {title !== null && (
              <Radix.Label dir="auto" className="max-w-72 truncate px-2 pt-1 pb-1.5 text-sm text-faint">
                {title}
              </Radix.Label>
            )}
            {items.map((item) => (
              <Fragment key={item.id ?? item.label}>
                {item.startsGroup === true && <Radix.Separator className="-mx-1 my-1 h-px bg-line" />}
                <Radix.Item
                  onSelect={item.onSelect}
                  disabled={item.isDisabled === true}
                  className="flex h-7 items-center gap-2 rounded-sm px-2 text-base outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover"
                >
                  {hasLead && <span className="flex w-4 shrink-0 justify-center text-faint">{item.icon}</span>}
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.shortcut !== undefined && (
                    <span className="text-faint">
                      <Kbd keys={item.shortcut} />
                    </span>
                  )}
                </Radix.Item>
              </Fragment>
            ))}
          </Radix.Content>
        </section>
      </Radix.Portal>
    </Radix.Root>
  )
}
