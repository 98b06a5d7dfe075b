import { Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type BannerProps = {
  readonly tone: 'info' | 'warning' | 'danger'
  readonly children: ReactNode
  readonly action?: ReactNode
}

const TONES = {
  info: 'border-b border-line bg-canvas text-muted',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
}

/** A line above a pane or the window that stays while its text applies. */
export function Banner({ tone, children, action }: BannerProps) {
  const Icon = tone === 'info' ? Info : TriangleAlert
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'note'}
      className={classNames('flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1 px-4 py-1 text-sm', TONES[tone])}
    >
      <Icon size={14} aria-hidden="true" className={classNames('shrink-0', tone === 'info' && 'text-accent')} />
      {/* Without room for both, the action wraps below. */}
      <div className="min-w-0 flex-1 basis-56">{children}</div>
      {action !== undefined && <div className="ms-auto shrink-0">{action}</div>}
    </div>
  )
}
