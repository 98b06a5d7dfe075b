import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { ROW_HEIGHT_PX } from '../rows/row-height.ts'
import type { ConversationRowProps } from './conversation-row.tsx'
import { selectionOf } from '../rows/row-selection.ts'

type BlankRowProps = Omit<ConversationRowProps, 'row'>

/** Shown for the few milliseconds while a row is read from the database. */
export function MissingRow(props: BlankRowProps) {
  return <div aria-label={text('inbox.loadingRow')} {...rowProps(props)} />
}

/** Replaces a row that failed to render. It can still be selected, because its thread may render. */
export function BrokenRow({ id, ...props }: BlankRowProps & { readonly id: string }) {
  const shared = rowProps(props)
  return (
    <div
      data-row-of={id}
      aria-label={text('inbox.brokenRowName')}
      {...shared}
      onClick={(event) => props.onPress(id, event, false)}
      className={classNames(shared.className, 'flex items-center px-4 text-sm text-muted italic')}
    >
      {text('inbox.brokenRow')}
    </div>
  )
}

/** The attributes, height and position of a conversation row. */
function rowProps(props: BlankRowProps) {
  const { domId, position, total, isSelected, isPicked, isPicking, density, top } = props
  return {
    id: domId,
    role: 'option',
    ...selectionOf(props),
    'aria-setsize': total,
    'aria-posinset': position,
    style: { height: ROW_HEIGHT_PX[density], transform: `translateY(${top}px)` },
    className: classNames('absolute inset-x-2 rounded-md', (isPicked || (isSelected && !isPicking)) && 'bg-selected'),
  }
}
