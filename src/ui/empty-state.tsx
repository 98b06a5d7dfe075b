import type { ReactNode } from 'react'

type EmptyStateProps = {
  /** An icon of 22 px, in a disc. */
  readonly icon?: ReactNode
  /** A drawing in place of the icon. */
  readonly picture?: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** 1 where this is all there is on screen. */
  readonly level?: 1 | 2
}

/** What stands where things would be: what is so, why, and what can be done. */
export function EmptyState({ icon, picture, title, children, action, level = 2 }: EmptyStateProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <div className="flex h-full flex-col items-center justify-center px-8 pb-12 text-center">
      {icon !== undefined && (
        <div
          aria-hidden="true"
          className="mb-4 flex size-12 items-center justify-center rounded-full bg-hover text-faint"
        >
          {icon}
        </div>
      )}
      {picture}
      <Title className="text-lg font-semibold text-balance text-ink">{title}</Title>
      {children !== undefined && <div className="mt-1 max-w-72 text-base text-balance text-muted">{children}</div>}
      {action !== undefined && <div className="mt-4 flex gap-2">{action}</div>}
    </div>
  )
}
