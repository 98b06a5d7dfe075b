import { Check } from 'lucide-react'
import * as Radix from 'radix-ui/dropdown-menu'
import { Fragment, type ReactNode, useState } from 'react'
import { text } from '../strings/text.ts'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'

export type MenuItem = {
  readonly label: string
  /** Required when two items may have the same label. */
  readonly id?: string
  readonly icon?: ReactNode
  readonly shortcut?: string | undefined
  readonly onSelect: () => void
  readonly isDanger?: boolean
  /** If set, the item is a choice, with a check mark when true. */
  readonly isChecked?: boolean
  readonly isDisabled?: boolean
  /** Shows a separator above it. */
  readonly startsGroup?: boolean
}

type MenuProps = {
  /** One element that takes a ref and a click. */
  readonly trigger: ReactNode
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom'
}

export function Menu({ trigger, items, align = 'start', side = 'bottom' }: MenuProps) {
  // A closed menu has a dozen components, and most menus are never opened.
  const [wasOpened, setWasOpened] = useState(false)
  const hasLead = items.some((item) => item.icon !== undefined || item.isChecked !== undefined)
  return (
    <Radix.Root modal={false} onOpenChange={(isOpen) => isOpen && setWasOpened(true)}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      {wasOpened && (
        <Radix.Portal>
          {/* Portals are outside the page's landmarks, so this adds one. */}
          <section aria-label={text('words.menu')}>
            <Radix.Content
              align={align}
              side={side}
              sideOffset={4}
              collisionPadding={8}
              className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-48 animate-appear overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-high"
            >
              {items.map((item) => (
                <Fragment key={item.id ?? item.label}>
                  {item.startsGroup === true && <Radix.Separator className="-mx-1 my-1 h-px bg-line" />}
                  <Item item={item} hasLead={hasLead} />
                </Fragment>
              ))}
            </Radix.Content>
          </section>
        </Radix.Portal>
      )}
    </Radix.Root>
  )
}

function Item({ item, hasLead }: { readonly item: MenuItem; readonly hasLead: boolean }) {
  const content = (
    <>
      {hasLead && (
        <span className={classNames('flex w-4 shrink-0 justify-center', item.isDanger !== true && 'text-faint')}>
          {item.isChecked === true ? <Check size={14} /> : item.icon}
        </span>
      )}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.shortcut !== undefined && (
        <span className="text-faint">
          <Kbd keys={item.shortcut} />
        </span>
      )}
    </>
  )
  const props = {
    onSelect: item.onSelect,
    disabled: item.isDisabled === true,
    className: classNames(
      'flex h-7 items-center gap-2 rounded-sm px-2 text-base outline-none select-none data-highlighted:bg-hover data-disabled:opacity-50',
      item.isDanger === true && 'text-danger',
    ),
  }
  if (item.isChecked === undefined) return <Radix.Item {...props}>{content}</Radix.Item>
  return (
    <Radix.CheckboxItem {...props} checked={item.isChecked}>
      {content}
    </Radix.CheckboxItem>
  )
}
