import { text } from '../strings/text.ts'
import { classNames } from './class-names.ts'

/** Shown instead of a count that is still incomplete: a number that climbs would be read as true. */
export function StillCounting({ className }: { readonly className?: string }) {
  return (
    <span className={classNames('text-faint', className)} title={text('words.stillCounting')}>
      <span aria-hidden="true">…</span>
      <span className="sr-only">{text('words.stillCounting')}</span>
    </span>
  )
}
