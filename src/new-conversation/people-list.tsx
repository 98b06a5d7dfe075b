import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { shownName } from '../words/shown-name.ts'
import { type KnownPerson, startChannel } from './known-people.ts'

type PeopleListProps = {
  readonly id: string
  readonly people: readonly KnownPerson[]
  /** Index of the option that Enter chooses. */
  readonly active: number
  readonly onChoose: (person: KnownPerson) => void
}

/** Suggestions below the contact field. */
export function PeopleList({ id, people, active, onChoose }: PeopleListProps) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={text('newConversation.people')}
      hidden={people.length === 0}
      className="absolute inset-x-0 top-[64px] z-20 animate-appear rounded-md border border-line bg-raised p-1 shadow-high"
    >
      {people.map((person, index) => (
        <li
          key={`${person.kind} ${person.address}`}
          id={personId(id, index)}
          role="option"
          aria-label={optionName(person)}
          aria-selected={index === active}
          // On pointer down: the list closes when the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault()
            onChoose(person)
          }}
          className={classNames(
            'flex h-7 items-center gap-3 rounded-sm px-2 text-base ',
            index === active ? 'bg-selected' : 'hover:bg-hover',
          )}
        >
          <span className="shrink-0 text-faint">
            <ChannelGlyph channel={startChannel(person)} size={14} />
          </span>
          <bdi className="min-w-0 flex-1 truncate">{shownName(person.name ?? person.address)}</bdi>
          {person.name !== null && (
            <bdi dir="ltr" className="min-w-0 shrink truncate text-sm text-faint tabular-nums">
              {shownName(person.address)}
            </bdi>
          )}
        </li>
      ))}
    </ul>
  )
}

export function personId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** "John Smith, SMS, +1 555 123 4567": a customer may be listed with several addresses. */
function optionName(person: KnownPerson): string {
  const parts = [person.name ?? '', channelLabel(startChannel(person)), person.address]
  return parts
    .filter((part) => part !== '')
    .map(shownName)
    .join(', ')
}
