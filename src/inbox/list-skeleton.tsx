import { Skeleton } from '../ui/skeleton.tsx'
import { ROW_HEIGHT_PX } from '../rows/row-height.ts'

const WIDTHS = [
  ['w-28', 'w-56', 'w-40'],
  ['w-36', 'w-48', 'w-24'],
  ['w-24', 'w-60', 'w-48'],
  ['w-32', 'w-44', 'w-32'],
  ['w-28', 'w-52', 'w-20'],
  ['w-40', 'w-56', 'w-36'],
] as const

/** Shown while an account is downloaded for the first time. Reading the database is too fast for a skeleton. */
export function ListSkeleton({ isDatabaseRead }: { readonly isDatabaseRead: boolean }) {
  if (!isDatabaseRead) return null
  return (
    <div aria-hidden="true" className="min-h-0 flex-1 overflow-hidden p-2">
      {WIDTHS.map(([name, line, rest]) => (
        <div
          key={`${name} ${line} ${rest}`}
          className="flex items-center gap-3 pe-3 ps-4"
          style={{ height: ROW_HEIGHT_PX.comfortable }}
        >
          <Skeleton isRound className="size-9 shrink-0" />
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            <Skeleton className={`h-3 ${name}`} />
            <Skeleton className={`h-2.5 max-w-full ${line}`} />
            <Skeleton className={`h-2.5 max-w-full ${rest}`} />
          </div>
        </div>
      ))}
    </div>
  )
}
