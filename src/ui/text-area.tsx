import { useLayoutEffect, useRef, type ComponentProps } from 'react'

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'ref' | 'value' | 'defaultValue' | 'onChange' | 'onInput'> & {
  readonly value: string
  readonly onValue: (value: string) => void
}

/**
 * A field of several lines that keeps its own text. A controlled one has its default text rewritten by React at each letter, which ends the
 * browser's undo step: undo would go back letter by letter. This one is written into only when its value comes from elsewhere.
 */
export function TextArea({ value, onValue, ...rest }: TextAreaProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (field.current !== null && field.current.value !== value) field.current.value = value
  }, [value])
  return <textarea ref={field} {...rest} onInput={(event) => onValue(event.currentTarget.value)} />
}
