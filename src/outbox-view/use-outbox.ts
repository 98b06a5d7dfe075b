import { useEffect, useMemo, useState } from 'react'
import { useShownWorkspaces } from '../acts/use-shown-workspaces.ts'
import type { OutboxList } from '../db/outbox-queries.ts'
import { watchOutbox } from '../db/watch-outbox.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import { type MergedOutbox, mergeOutboxes } from './merge-outboxes.ts'

export type ShownOutbox = MergedOutbox & {
  readonly workspaces: readonly OpenWorkspace[]
  /** False until every outbox has been read. */
  readonly isRead: boolean
}

/** The outbox of the workspace on screen or, in All inboxes, of all of them. Each is read on its own: one that can't be read hides no other. */
export function useOutbox(): ShownOutbox {
  const workspaces = useShownWorkspaces()
  const [lists, setLists] = useState<ReadonlyMap<OpenWorkspace['db'], OutboxList | null>>(new Map())
  useEffect(() => {
    const stops = workspaces.map(({ db }) =>
      watchOutbox(db, (list) => setLists((known) => new Map(known).set(db, list))),
    )
    return () => stops.forEach((stop) => stop())
  }, [workspaces])
  return useMemo(() => {
    const parts = workspaces.flatMap(({ workspace, db }) => {
      const list = lists.get(db)
      return list === undefined ? [] : [{ workspaceId: workspace.id, list }]
    })
    return { ...mergeOutboxes(parts), workspaces, isRead: parts.length === workspaces.length }
  }, [workspaces, lists])
}
