import { useLayoutEffect, useRef, type ComponentProps } from 'react'

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'ref' | 'value' | 'defaultValue' | 'onChange' | 'onInput'> & {
  readonly value: string
  readonly onValue: (value: string) => void
}

/**
 * An uncontrolled textarea. For a controlled one React rewrites the default text on each letter, which ends the browser's undo step, so undo
 * would go back letter by letter. This one is written to only when `value` differs from its text.
 */
export function TextArea({ value, onValue, ...rest }: TextAreaProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (field.current !== null && field.current.value !== value) field.current.value = value
  }, [value])
  return <textarea ref={field} {...rest} onInput={(event) => onValue(event.currentTarget.value)} />
}
