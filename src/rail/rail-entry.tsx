import type { ReactNode } from 'react'
import { writeNumber } from '../shared/region/locale.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { useIsIcons } from './use-is-icons.ts'
import { Guarded } from '../ui/guarded.tsx'
import { StillCounting } from '../ui/still-counting.tsx'

type RailEntryProps = {
  readonly label: string
  readonly icon: ReactNode
  readonly count: number | null
  /** How many of them need the user's attention: shown separately, in red. */
  readonly needsUser?: number
  /** The count is still incomplete, so it isn't shown. */
  readonly isCounting?: boolean
  /** The command that goes there, for hints about its key. */
  readonly command?: string
  readonly isLoud: boolean
  readonly isCurrent: boolean
  readonly onGo: () => void
}

/** A link of the rail with its count. */
export function RailEntry(props: RailEntryProps) {
  return (
    <Guarded
      part="rail place"
      of={props.label}
      fallback={<li className="px-2 text-sm text-faint">{text('rail.brokenEntry')}</li>}
    >
      <Line {...props} />
    </Guarded>
  )
}

function Line({
  label,
  icon,
  count,
  needsUser = 0,
  isCounting = false,
  command,
  isLoud,
  isCurrent,
  onGo,
}: RailEntryProps) {
  const isIcons = useIsIcons()
  const button = (
    <button
      type="button"
      aria-current={isCurrent ? 'page' : undefined}
      data-command={command}
      onClick={onGo}
      title={isIcons ? undefined : label}
      className={classNames(
        'relative flex h-7 w-full items-center gap-2 rounded-sm px-2 text-start text-base icons:justify-center',
        isCurrent ? 'bg-selected font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
      )}
    >
      <span className={classNames('flex w-4 shrink-0 justify-center', isCurrent && 'text-accent')}>{icon}</span>
      <span className="min-w-0 flex-1 truncate icons:sr-only">
        <bdi>{label}</bdi>
        {needsUser > 0 && <span className="sr-only">, {text('rail.attention', { count: needsUser })}</span>}
        {(isCounting || (count !== null && count > 0)) && <span className="sr-only">, </span>}
      </span>
      {needsUser > 0 && (
        <span
          aria-hidden="true"
          className="flex h-4 min-w-4 items-center justify-center rounded-full bg-danger-fill px-1 text-xs font-medium text-on-accent icons:absolute icons:-top-0.5 icons:end-0"
        >
          {writeNumber(needsUser)}
        </span>
      )}
      {isCounting ? (
        <StillCounting className="icons:sr-only" />
      ) : count !== null && count > 0 ? (
        <span className={classNames('text-xs icons:sr-only', isLoud || isCurrent ? 'text-muted' : 'text-faint')}>
          {writeNumber(count)}
        </span>
      ) : null}
    </button>
  )
  // The rail with names needs no tooltip. Its title is for a name that is cut off.
  return (
    <li>
      {isIcons ? (
        <Tooltip label={<TooltipText label={label} count={isCounting ? null : count} />} side="right">
          {button}
        </Tooltip>
      ) : (
        button
      )}
    </li>
  )
}

function TooltipText({ label, count }: Pick<RailEntryProps, 'label' | 'count'>) {
  return (
    <>
      <bdi className="min-w-0 truncate">{label}</bdi>
      {count !== null && count > 0 && <span className="text-muted">{writeNumber(count)}</span>}
    </>
  )
}
