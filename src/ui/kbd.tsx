import { Fragment } from 'react'
import { text } from '../strings/text.ts'
import { isMac, keyNames, keyWords } from './key-names.ts'

type KbdProps = {
  /** Such as `mod+Enter` or `g i`. */
  readonly keys: string
  /** Also read out, when nothing else exposes the keys to assistive technology. */
  readonly isHeard?: boolean
}

/** Keys as printed on the user's keyboard: `mod+Enter` is ⌘↵ on a Mac, Ctrl ↵ elsewhere. */
export function Kbd({ keys, isHeard = false }: KbdProps) {
  return (
    <>
      {isHeard && <span className="sr-only">{keyWords(keys, isMac())}</span>}
      <span aria-hidden="true" className="inline-flex shrink-0 items-center gap-0.5 font-sans text-xs">
        {keys.split(/ (?=.)/).map((press, index) => (
          // The same press may occur twice: G, then G.
          <Fragment key={`${index} ${press}`}>
            {index > 0 && <span className="px-0.5 font-normal">{text('words.keys.between')}</span>}
            {keyNames(press, isMac()).map((name) => (
              <kbd
                key={name}
                className="inline-flex h-4 min-w-4 items-center justify-center rounded-xs border border-current/30 px-1 font-sans text-xs leading-none font-normal"
              >
                {name}
              </kbd>
            ))}
          </Fragment>
        ))}
      </span>
    </>
  )
}
