import { type ReactNode, useMemo, useState } from 'react'
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

/**
 * The key of the panes: nothing that one workspace's panes hold is left when another one is shown. A workspace that is shown from All
 * inboxes, for a search, keeps its panes: the search field has the focus.
 */
export function useTreeKey(acting: string | null, databaseName: string): string {
  const [last, setLast] = useState({ key: databaseName, databaseName })
  const isFromAll = last.key === ALL && last.databaseName === databaseName
  const key = acting !== null || isFromAll ? ALL : databaseName
  if (key !== last.key || databaseName !== last.databaseName) setLast({ key, databaseName })
  return key
}

/** No name of a database. */
const ALL = '*'
