import { X } from 'lucide-react'
import * as Radix from 'radix-ui/dialog'
import { type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

type DialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons, the one that goes ahead last. */
  readonly footer?: ReactNode
  /** `wide`: as high as the window lets it be, whatever it holds, and its content goes to its edges. */
  readonly size?: 'narrow' | 'wide'
}

const SIZES = {
  narrow: { frame: 'top-[12vh] max-h-[76vh] max-w-md', body: 'overflow-y-auto px-5 pt-1 pb-5' },
  wide: { frame: 'inset-y-[8vh] max-h-160 max-w-3xl', body: 'flex flex-1 border-t border-line' },
}

export function Dialog({ open, onOpenChange, ...shown }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Content {...shown} onClose={() => onOpenChange(false)} />
      </Radix.Portal>
    </Radix.Root>
  )
}

type ContentProps = Omit<DialogProps, 'open' | 'onOpenChange'> & { readonly onClose: () => void }

/** Is there anew each time that the dialog is opened. */
function Content({ title, description, children, footer, size = 'narrow', onClose }: ContentProps) {
  // Before anything in it is drawn: a field or a button of it may take the focus at once.
  const [before] = useState(() => document.activeElement)
  return (
    <Radix.Content
      {...(description === undefined && { 'aria-describedby': undefined })}
      onCloseAutoFocus={(event) => {
        // Dialogs are opened by keys: the library would look for the button that was pressed, and lose the focus.
        event.preventDefault()
        giveBack(before)
      }}
      className={classNames(
        'fixed inset-x-4 z-40 mx-auto flex animate-appear flex-col rounded-lg border border-line bg-raised shadow-high outline-none',
        SIZES[size].frame,
      )}
    >
      <header className="px-5 pt-4 pr-12 pb-3">
        <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
        {description !== undefined && (
          <Radix.Description className="mt-1 text-base text-muted">{description}</Radix.Description>
        )}
      </header>
      <div className={classNames('min-h-0', SIZES[size].body)}>{children}</div>
      {footer !== undefined && (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
          {footer}
        </footer>
      )}
      {/* Last in the document, so that the first field is what a dialog opens on. */}
      <div className="absolute top-3 right-3">
        <IconButton label="Close dialog" icon={<X size={16} />} size="sm" onClick={onClose} />
      </div>
    </Radix.Content>
  )
}

/** Not where what was chosen in the dialog has taken the focus elsewhere. */
function giveBack(before: Element | null): void {
  const isFree = document.activeElement === null || document.activeElement === document.body
  if (isFree && before instanceof HTMLElement) before.focus({ preventScroll: true })
}
