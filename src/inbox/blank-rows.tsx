import { classNames } from '../ui/class-names.ts'
import { type ConversationRowProps, CONVERSATION_ROW_HEIGHT_PX } from './conversation-row.tsx'
import { selectionOf } from './row-selection.ts'

type BlankRowProps = Omit<ConversationRowProps, 'row'>

/** The place of a row that is still being read from this device's disk, a few milliseconds. */
export function MissingRow(props: BlankRowProps) {
  return <div aria-label="Loading" {...placeOf(props)} />
}

/** The place of a row that could not be drawn: it can be selected, and its thread may be fine. */
export function BrokenRow({ id, ...props }: BlankRowProps & { readonly id: string }) {
  const place = placeOf(props)
  return (
    <div
      data-row-of={id}
      aria-label="This conversation can’t be shown"
      {...place}
      onClick={(event) => props.onPress(id, event, false)}
      className={classNames(place.className, 'flex items-center px-4 text-sm text-muted italic')}
    >
      This conversation can’t be shown.
    </div>
  )
}

/** As high as a row, and where one would be. */
function placeOf(props: BlankRowProps) {
  const { domId, position, total, isSelected, isPicked, isPicking, density, top } = props
  return {
    id: domId,
    role: 'option',
    ...selectionOf(props),
    'aria-setsize': total,
    'aria-posinset': position,
    style: { height: CONVERSATION_ROW_HEIGHT_PX[density], transform: `translateY(${top}px)` },
    className: classNames('absolute inset-x-2 rounded-md', (isPicked || (isSelected && !isPicking)) && 'bg-selected'),
  }
}
