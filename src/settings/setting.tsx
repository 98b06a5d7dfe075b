import type { ReactNode } from 'react'

type SettingProps = {
  readonly title: string
  /** What it does, where the title does not say it all. */
  readonly words?: ReactNode
  /** The id of the title, for a control that is named by it. */
  readonly titleId?: string
  readonly children: ReactNode
}

/** One setting: what it is on the left, what it is set to on the right, or below where there is no room. */
export function Setting({ title, words, titleId, children }: SettingProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2 border-t border-line py-3 first-of-type:border-t-0">
      <div className="min-w-48 flex-1 basis-0">
        <p id={titleId} className="text-base font-medium">
          {title}
        </p>
        {words !== undefined && <p className="mt-0.5 text-sm text-muted">{words}</p>}
      </div>
      <div className="max-w-full shrink-0">{children}</div>
    </div>
  )
}
