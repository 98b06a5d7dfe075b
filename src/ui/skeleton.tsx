import { classNames } from './class-names.ts'

type SkeletonProps = {
  /** The size: `h-3 w-24`. */
  readonly className: string
  readonly isRound?: boolean
}

/** A placeholder while content loads. Hidden from screen readers: announce the loading elsewhere. */
export function Skeleton({ className, isRound = false }: SkeletonProps) {
  return (
    <div
      aria-hidden="true"
      className={classNames('animate-breathe bg-hover', isRound ? 'rounded-full' : 'rounded-sm', className)}
    />
  )
}
