import { idsPicked, unpick } from '../catalogue/picked.ts'
import { splitRowKey } from '../catalogue/row-key.ts'
import { INITIAL_VIEW, type KeptView } from './view-state.ts'
import { NOTHING_SELECTED, useView } from './view.ts'

/** Counts the workspaces that were on screen. */
let viewRound = 0

/** Returns a function that tells whether the same workspace is still on screen. */
export function watchWorkspace(): () => boolean {
  const round = viewRound
  return () => round === viewRound
}

/** Resets the view, because the workspace is closed. */
export function resetView(): void {
  viewRound += 1
  // These belong to the window, not to the workspace.
  useView.setState(({ layout, isCustomerShown, isCustomerClosed, opensCustomer, isDataLeft }) => ({
    ...INITIAL_VIEW,
    ...{ layout, isCustomerShown, isCustomerClosed, opensCustomer, isDataLeft },
  }))
}

/** Shows what another workspace had on screen; null the first time. The first workspace keeps running, and so does its export. */
export function changeView(kept: Partial<KeptView> | null): void {
  const { exporting, toExport } = useView.getState()
  resetView()
  useView.setState({ ...kept, exporting, toExport })
}

/** In All inboxes, makes a workspace the acting one, without a selected row. */
export function actFor(workspaceId: string): void {
  const { acting } = useView.getState()
  if (acting !== null && acting !== workspaceId) useView.setState({ acting: workspaceId, ...NOTHING_SELECTED })
}

/**
 * Removes a workspace from All inboxes, because the user has signed out of it: its picks, its selected row and its rows that leave. If it
 * acted, the workspace `next` does.
 */
export function dropFromAll(workspaceId: string, next: string): void {
  const isOwn = (key: string): boolean => splitRowKey(key).workspaceId === workspaceId
  useView.setState(({ acting, picked, anchorId, leaving }) => ({
    picked: unpick(picked, idsPicked(picked).filter(isOwn)),
    anchorId: anchorId === null || isOwn(anchorId) ? null : anchorId,
    leaving: new Set([...leaving].filter((key) => !isOwn(key))),
    // The list of focus mode never changes, so the mode ends.
    run: null,
    ...(acting === workspaceId && { ...NOTHING_SELECTED, acting: next, fieldRequest: null, bulk: null }),
  }))
}

/** What a workspace has on screen. It is kept in memory while another workspace is shown. */
export function viewToKeep(): KeptView {
  const { screen, name, channel, tag, acting, selectedId, search, unsaved } = useView.getState()
  return { screen, name, channel, tag, acting, selectedId, search, unsaved }
}
