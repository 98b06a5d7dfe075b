import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import { ariaKeys, isMac } from './key-names.ts'

type ButtonProps = ComponentProps<'button'> & {
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger'
  readonly size?: 'sm' | 'md'
  readonly icon?: ReactNode
  /** Such as `mod+Enter`. Shown beside the label and exposed to assistive technology. */
  readonly shortcut?: string | undefined
}

const VARIANTS = {
  primary: 'bg-accent text-on-accent border-transparent shadow-low hover:bg-accent-strong active:shadow-none',
  secondary: 'bg-raised text-ink border-line-strong shadow-low hover:bg-hover active:bg-selected active:shadow-none',
  ghost: 'bg-transparent text-muted border-transparent hover:bg-hover hover:text-ink active:bg-selected',
  danger: 'bg-danger-fill text-on-accent border-transparent shadow-low hover:bg-danger-strong active:shadow-none',
}

/** Flat and grey, not a pale version of itself: a pale accent looks like a fault. */
const DISABLED =
  'disabled:pointer-events-none disabled:border-transparent disabled:bg-hover disabled:text-faint disabled:shadow-none aria-disabled:border-transparent aria-disabled:bg-hover aria-disabled:text-faint aria-disabled:shadow-none'

const SIZES = { sm: 'h-6 px-2 gap-1.5 text-sm', md: 'h-8 px-3 gap-2 text-base' }

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  shortcut,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(shortcut !== undefined && { 'aria-keyshortcuts': ariaKeys(shortcut, isMac()) })}
      className={classNames(
        'inline-flex max-w-full shrink-0 items-center justify-center rounded-sm border font-medium whitespace-nowrap transition-colors',
        VARIANTS[variant],
        DISABLED,
        SIZES[size],
        className,
      )}
    >
      {icon}
      <span className="min-w-0 truncate">{children}</span>
      {shortcut !== undefined && (
        <span className={classNames('flex', (variant === 'secondary' || variant === 'ghost') && 'text-faint')}>
          <Kbd keys={shortcut} />
        </span>
      )}
    </button>
  )
}
