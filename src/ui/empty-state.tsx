import type { ReactNode } from 'react'
import { Illustration, type IllustrationName } from './illustration.tsx'

type EmptyStateProps = {
  /** A 22 px icon, shown in a circle. */
  readonly icon?: ReactNode
  /** Shown instead of the icon. */
  readonly picture?: IllustrationName
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** 1 when nothing else is on screen. */
  readonly level?: 1 | 2
}

/** Shown when there is no content: what happened, why, and what to do. */
export function EmptyState({ icon, picture, title, children, action, level = 2 }: EmptyStateProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <div className="flex h-full flex-col items-center justify-center px-8 pb-12 text-center">
      {icon !== undefined && (
        <div
          aria-hidden="true"
          className="mb-4 flex size-12 shrink-0 items-center justify-center rounded-full bg-hover text-faint"
        >
          {icon}
        </div>
      )}
      {picture !== undefined && (
        <div className="mb-4">
          <Illustration name={picture} />
        </div>
      )}
      <Title className="text-lg font-semibold text-balance text-ink">{title}</Title>
      {children !== undefined && <div className="mt-1 max-w-72 text-base text-balance text-muted">{children}</div>}
      {action !== undefined && <div className="mt-4 flex gap-2">{action}</div>}
    </div>
  )
}
