import type { ReactNode } from 'react'

export type Forced = 'hover' | 'focus' | 'active'

/** Specimens of one component under its name. */
export function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="flex items-start gap-4 border-t border-line py-3">
      <h2 className="w-24 shrink-0 text-sm text-faint">{name}</h2>
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-3">{children}</div>
    </section>
  )
}

/** A specimen that Inter has no characters for. */
export function Varies({ children }: { readonly children: ReactNode }) {
  return (
    <div data-varies="" className="flex min-w-0">
      {children}
    </div>
  )
}

/** Shows a state that only a pointer or the keyboard gives. */
export function In({ state, children }: { readonly state: Forced; readonly children: ReactNode }) {
  return (
    <div data-forced={state} className="flex min-w-0">
      {children}
    </div>
  )
}
