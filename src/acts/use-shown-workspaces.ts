import { useRef } from 'react'
import { useView } from '../view/view.ts'
import { type OpenWorkspace, useLiveWorkspaces, useWorkspace, useWorkspaces } from '../workspace.tsx'

/** The workspace on screen or, in All inboxes, all that it lists, in the order of the rail. The same array while they are the same. */
export function useShownWorkspaces(): readonly OpenWorkspace[] {
  const own = useWorkspace()
  const { live } = useWorkspaces()
  const isAll = useView((view) => view.acting !== null)
  const listed = useLiveWorkspaces()
  const open = isAll
    ? listed.flatMap(({ workspace, state }) =>
        workspace.kind === 'api' && state === 'open' ? (live.find(workspace.id) ?? []) : [],
      )
    : [own]
  const last = useRef(open)
  const isSame = last.current.length === open.length && last.current.every((each, index) => each === open[index])
  if (!isSame) last.current = open
  return last.current
}
