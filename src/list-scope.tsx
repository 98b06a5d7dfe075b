import { type ReactNode, useMemo } from 'react'
import { useView } from './view/view.ts'
import { useWorkspace, useWorkspaces, WorkspaceProvider } from './workspace.tsx'

/** Gives lists and counts the conversations of all workspaces while All inboxes is shown. Commands still get the acting workspace. */
export function ListScope({ children }: { readonly children: ReactNode }) {
  const open = useWorkspace()
  const { live } = useWorkspaces()
  const isAll = useView((view) => view.acting !== null)
  const scope = useMemo(() => (isAll ? { ...open, catalogue: live.merged } : open), [isAll, open, live])
  return <WorkspaceProvider value={scope}>{children}</WorkspaceProvider>
}

/** The key of the panes: nothing that one workspace's panes hold is left when another one is shown. All inboxes has panes of its own. */
export function treeKey(acting: string | null, databaseName: string): string {
  return acting === null ? databaseName : ALL
}

/** No name of a database. */
const ALL = '*'
