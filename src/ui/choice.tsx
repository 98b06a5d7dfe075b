import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

type ChoiceProps<T extends string> = {
  /** The id of the element that labels it. */
  readonly labelledBy: string
  readonly options: readonly { readonly value: T; readonly label: string; readonly icon?: ReactNode }[]
  readonly value: T
  readonly onChoose: (value: T) => void
  /** Shows the value, which can't be changed. */
  readonly isDisabled?: boolean
}

/** A radio group as a row of labels. */
export function Choice<T extends string>({ labelledBy, options, value, onChoose, isDisabled = false }: ChoiceProps<T>) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-disabled={isDisabled || undefined}
      className="inline-flex max-w-full flex-wrap gap-px rounded-sm border border-line-strong bg-canvas p-px"
    >
      {options.map((option) => {
        const isChosen = option.value === value
        return (
          <label
            key={option.value}
            className={classNames(
              'relative flex h-7 items-center justify-center rounded-xs px-2.5 text-base transition-colors',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
              lookOf(isChosen, isDisabled),
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={isChosen}
              disabled={isDisabled}
              onChange={() => onChoose(option.value)}
              className="absolute inset-0 appearance-none outline-none"
            />
            {option.icon !== undefined && <span className="me-1.5 flex">{option.icon}</span>}
            {option.label}
          </label>
        )
      })}
    </div>
  )
}

function lookOf(isChosen: boolean, isDisabled: boolean): string {
  if (isDisabled) return isChosen ? 'bg-hover font-medium text-ink' : 'text-muted'
  return isChosen
    ? 'bg-accent-soft font-medium text-accent inset-ring inset-ring-current'
    : 'text-muted hover:bg-hover hover:text-ink'
}
