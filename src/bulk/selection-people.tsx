import { firstPicked, type Picked } from '../catalogue/picked.ts'
import { text } from '../strings/text.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useShownName } from '../words/shown-name.ts'
import { useCatalogue } from '../workspace.tsx'

/** The names that fit on two or three lines. */
const MAX_PEOPLE = 12

/** The first customers of the selection. A thousand more cost nothing. */
export function SelectionPeople({ picked, total }: { readonly picked: Picked; readonly total: number }) {
  const keys = firstPicked(picked, MAX_PEOPLE)
  return (
    <ul aria-label={text('bulk.selection.people')} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {keys.map((key) => (
        <Person key={key} rowKey={key} />
      ))}
      {total > keys.length && (
        <li className="text-muted">{text('bulk.selection.more', { count: total - keys.length })}</li>
      )}
    </ul>
  )
}

/** A row that isn't read yet has no name. The list reads those on screen. */
function Person({ rowKey }: { readonly rowKey: string }) {
  const row = useCatalogue((catalogue) => catalogue.row(rowKey))
  const name = useShownName(row?.name ?? '')
  return (
    <li className="flex max-w-48 min-w-0 items-center gap-2">
      {row === undefined ? (
        <Skeleton className="h-6 w-28 rounded-full" />
      ) : (
        <>
          <Avatar name={row.name} seed={row.customerId ?? row.id} size={24} />
          <bdi className="min-w-0 truncate">{name}</bdi>
        </>
      )}
    </li>
  )
}
