import { classNames } from './class-names.ts'

/** The shape of what is coming. Size it with classes: `<Skeleton className="h-3 w-24" />`. Silent: say elsewhere that something loads. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden="true" className={classNames('animate-breathe rounded-sm bg-hover', className)} />
}
