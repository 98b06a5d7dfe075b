import { X } from 'lucide-react'
import * as Radix from 'radix-ui/dialog'
import { type ReactNode, useState } from 'react'
import { text } from '../strings/text.ts'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

type DialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons, with the primary one last. */
  readonly footer?: ReactNode
  /** `wide`: fills the height of the window, and its content has no padding. */
  readonly size?: 'narrow' | 'wide'
}

const SIZES = {
  narrow: {
    // A low window leaves less space around it, so that more of a form is in view.
    frame:
      'top-[12vh] max-h-[76vh] max-w-md [@media(max-height:800px)]:top-[4vh] [@media(max-height:800px)]:max-h-[92vh]',
    body: 'overflow-y-auto px-5 pt-1 pb-5',
  },
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

/** Mounted each time the dialog opens. */
function Content({ title, description, children, footer, size = 'narrow', onClose }: ContentProps) {
  // Read before the content mounts, because its first field takes the focus.
  const [before] = useState(() => document.activeElement)
  const isQuestion = children === undefined || children === null || children === false
  return (
    <Radix.Content
      {...(description === undefined && { 'aria-describedby': undefined })}
      onCloseAutoFocus={(event) => {
        // Radix restores the focus to its trigger, and dialogs opened by keys have none.
        event.preventDefault()
        restoreFocus(before)
      }}
      className={classNames(
        'fixed inset-x-4 z-40 mx-auto flex animate-appear flex-col rounded-lg border border-line bg-raised shadow-high outline-none',
        SIZES[size].frame,
      )}
    >
      <header className={classNames('px-5 pt-4 pe-12', isQuestion ? 'pb-5' : 'pb-3')}>
        <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
        {description !== undefined && (
          <Radix.Description className="mt-1 text-base text-muted">{description}</Radix.Description>
        )}
      </header>
      {!isQuestion && <div className={classNames('min-h-0', SIZES[size].body)}>{children}</div>}
      {footer !== undefined && (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
          {footer}
        </footer>
      )}
      {/* Last in the DOM, so that the first field gets the focus. */}
      <div className="absolute top-3 end-3">
        <IconButton label={text('words.closeDialog')} icon={<X size={16} />} size="sm" onClick={onClose} />
      </div>
    </Radix.Content>
  )
}

/** Restores the focus, unless an action in the dialog has moved it elsewhere. */
function restoreFocus(before: Element | null): void {
  const isFree = document.activeElement === null || document.activeElement === document.body
  if (isFree && before instanceof HTMLElement) before.focus({ preventScroll: true })
}
