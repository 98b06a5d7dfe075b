import { X } from 'lucide-react'
import * as Radix from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

type DialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons, the one that goes ahead last. */
  readonly footer?: ReactNode
}

export function Dialog({ open, onOpenChange, title, description, children, footer }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...(description === undefined && { 'aria-describedby': undefined })}
          className="fixed inset-x-4 top-[12vh] z-40 mx-auto flex max-h-[76vh] max-w-md animate-appear flex-col rounded-lg border border-line bg-raised shadow-high outline-none"
        >
          <header className="px-5 pt-4 pr-12 pb-3">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            {description !== undefined && (
              <Radix.Description className="mt-1 text-base text-muted">{description}</Radix.Description>
            )}
          </header>
          <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {footer !== undefined && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
          {/* Last in the document, so that the first field is what a dialog opens on. */}
          <div className="absolute top-3 right-3">
            <IconButton label="Close dialog" icon={<X size={16} />} size="sm" onClick={() => onOpenChange(false)} />
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
