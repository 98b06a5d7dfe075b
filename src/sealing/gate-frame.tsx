import type { ReactNode } from 'react'

/** The layout of a screen that is shown instead of a workspace: a card in the middle. */
export function GateFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="flex h-full flex-col items-center overflow-y-auto bg-canvas p-6">
      <div className="my-auto flex w-full max-w-md flex-col gap-4 rounded-lg border border-line bg-surface p-6 shadow-low">
        <h1 className="text-xl font-semibold tracking-tight text-balance">{title}</h1>
        {children}
      </div>
    </main>
  )
}
