import { Building2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { text } from '../strings/text.ts'

type SettingProps = {
  readonly title: string
  /** What the setting does, when the title is not enough. */
  readonly description?: ReactNode
  /** The DOM id of the title, for a control that it labels. */
  readonly titleId?: string
  /** Set by the policy file, so the user can't change it. */
  readonly isManaged?: boolean
  readonly children?: ReactNode
}

/** One setting: title and description on the left, the control on the right or below. */
export function Setting({ title, description, titleId, isManaged = false, children }: SettingProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2 border-t border-line py-3 first-of-type:border-t-0">
      <div className="min-w-48 flex-1 basis-0">
        <p id={titleId} className="text-base font-medium">
          {title}
        </p>
        {description !== undefined && <p className="mt-0.5 text-sm text-muted">{description}</p>}
        {isManaged && (
          <p className="mt-1.5 flex w-fit items-center gap-1.5 rounded-full bg-accent-soft px-2 py-0.5 text-sm text-accent">
            <Building2 size={13} aria-hidden="true" className="shrink-0" />
            {text('network.managed')}
          </p>
        )}
      </div>
      <div className="max-w-full shrink-0">{children}</div>
    </div>
  )
}
