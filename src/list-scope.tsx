import { type ReactNode, useMemo } from 'react'
import { useView } from './view.ts'
import { useWorkspace, useWorkspaces, WorkspaceProvider } from './workspace.tsx'

/** Gives lists and counts the conversations of all workspaces while All inboxes is shown. Commands still get the acting workspace. */
export function ListScope({ children }: { readonly children: ReactNode }) {
  const open = useWorkspace()
  const { live } = useWorkspaces()
  const isAll = useView((view) => view.acting !== null)
  const scope = useMemo(() => (isAll ? { ...open, catalogue: live.merged } : open), [isAll, open, live])
  return <WorkspaceProvider value={scope}>{children}</WorkspaceProvider>
}
