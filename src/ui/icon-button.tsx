import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { ariaKeys, isMac } from './key-names.ts'
import { Tooltip } from './tooltip.tsx'

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  /** The accessible name and the tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly shortcut?: string | undefined
  readonly size?: 'sm' | 'md'
}

const SIZES = { sm: 'size-6', md: 'size-8' }

export function IconButton({ label, icon, shortcut, size = 'md', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        {...(shortcut !== undefined && { 'aria-keyshortcuts': ariaKeys(shortcut, isMac()) })}
        className={classNames(
          'inline-flex shrink-0 items-center justify-center rounded-sm text-muted transition-colors hover:bg-hover hover:text-ink active:bg-selected',
          'data-[state=open]:bg-hover data-[state=open]:text-ink disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50',
          SIZES[size],
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
