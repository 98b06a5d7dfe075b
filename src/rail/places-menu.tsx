import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { Menu } from '../ui/menu.tsx'

type PlacesMenuProps = {
  /** A DOM id, by which commands find it. */
  readonly id: string
  readonly label: string
  readonly icon: ReactNode
  readonly places: readonly {
    readonly id: string
    readonly label: string
    readonly isCurrent: boolean
    readonly onGo: () => void
  }[]
}

/** Places that would all have the same icon, in one menu. For the rail without names. */
export function PlacesMenu({ id, label, icon, places }: PlacesMenuProps) {
  return (
    <section id={id}>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={label}
            title={label}
            className={classNames(
              'flex h-7 w-full items-center justify-center rounded-sm transition-colors data-[state=open]:bg-hover',
              places.some(({ isCurrent }) => isCurrent)
                ? 'bg-selected text-accent'
                : 'text-muted hover:bg-hover hover:text-ink',
            )}
          >
            {icon}
          </button>
        }
        items={places.map((place) => ({
          id: place.id,
          label: place.label,
          isChecked: place.isCurrent,
          onSelect: place.onGo,
        }))}
      />
    </section>
  )
}
