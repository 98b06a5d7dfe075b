import { useId, type ComponentProps, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

type TextFieldProps = Omit<ComponentProps<'input'>, 'aria-describedby' | 'aria-invalid'> & {
  readonly label: string
  readonly hint?: ReactNode
  /** Why the value is invalid; null or absent when it is valid. */
  readonly error?: ReactNode
  /** Hides the label visually; screen readers still read it. */
  readonly hideLabel?: boolean
  /** Shows dots instead of the text. */
  readonly isMasked?: boolean
  /** Inside the field, at its end. */
  readonly trailing?: ReactNode
}

export function TextField({
  label,
  hint,
  error,
  hideLabel = false,
  isMasked = false,
  trailing,
  className,
  id,
  ...rest
}: TextFieldProps) {
  const ownId = useId()
  const inputId = id ?? ownId
  const hasError = error !== undefined && error !== null && error !== false
  const note = hasError ? error : hint
  const hasNote = note !== undefined && note !== null && note !== false
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <label htmlFor={inputId} className={hideLabel ? 'sr-only' : 'text-sm font-medium text-muted'}>
        {label}
      </label>
      <div className="relative">
        <input
          {...rest}
          id={inputId}
          aria-invalid={hasError || undefined}
          aria-describedby={hasNote ? `${inputId}-note` : undefined}
          className={classNames(
            'h-8 w-full rounded-sm border bg-surface ps-2 text-base text-ink placeholder:text-faint disabled:bg-canvas disabled:text-faint',
            trailing === undefined ? 'pe-2' : 'pe-9',
            isMasked && 'masked',
            hasError ? 'border-danger' : 'border-control hover:border-muted disabled:border-line-strong',
          )}
        />
        {trailing !== undefined && <div className="absolute inset-y-0 end-1 flex items-center">{trailing}</div>}
      </div>
      {hasNote && (
        <p id={`${inputId}-note`} className={classNames('text-sm', hasError ? 'text-danger' : 'text-faint')}>
          {note}
        </p>
      )}
    </div>
  )
}
