import { useId } from 'react'
import { classNames } from './class-names.ts'

type ChoiceProps<T extends string> = {
  /** The id of the element that labels it. */
  readonly labelledBy: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChoose: (value: T) => void
}

/** A radio group as a row of labels. */
export function Choice<T extends string>({ labelledBy, options, value, onChoose }: ChoiceProps<T>) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      className="inline-flex max-w-full flex-wrap gap-px rounded-sm border border-line-strong bg-canvas p-px"
    >
      {options.map((option) => {
        const isChosen = option.value === value
        return (
          <label
            key={option.value}
            className={classNames(
              'relative flex h-7 items-center justify-center rounded-[5px] px-2.5 text-base transition-colors',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
              isChosen ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-hover hover:text-ink',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={isChosen}
              onChange={() => onChoose(option.value)}
              className="absolute inset-0 appearance-none outline-none"
            />
            {option.label}
          </label>
        )
      })}
    </div>
  )
}
