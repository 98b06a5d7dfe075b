import type { ReactNode } from 'react'

type EmptyStateProps = {
  readonly icon?: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What stands where things would be: what is so, why, and what can be done. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex h-full flex-col items-center justify-center px-8 pb-12 text-center">
      {icon !== undefined && (
        <div aria-hidden="true" className="mb-4 flex size-12 items-center justify-center rounded-full bg-hover text-faint">
          {icon}
        </div>
      )}
      <h2 className="text-lg font-semibold text-ink">{title}</h2>
      {children !== undefined && <div className="mt-1 max-w-72 text-base text-muted">{children}</div>}
      {action !== undefined && <div className="mt-4 flex gap-2">{action}</div>}
    </div>
  )
}
