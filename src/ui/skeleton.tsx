import { classNames } from './class-names.ts'

type SkeletonProps = {
  /** Its size: `h-3 w-24`. */
  readonly className: string
  readonly isRound?: boolean
}

/** The shape of what is coming. Silent: say elsewhere that something loads. */
export function Skeleton({ className, isRound = false }: SkeletonProps) {
  return (
    <div
      aria-hidden="true"
      className={classNames('animate-breathe bg-hover', isRound ? 'rounded-full' : 'rounded-sm', className)}
    />
  )
}
