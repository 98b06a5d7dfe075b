import type { BridgeEvents } from './shared/bridge-events.ts'
import type { Bridge } from './shared/bridge.ts'
import { settleWrites } from './db/settle-writes.ts'
import { storeForms } from './new-conversation/form.ts'
import type { RunningWorkspace } from './open-workspace.ts'
import { leftDraftsKept } from './thread/composer/left-drafts.ts'
import { saveFields } from './ui/use-save-on-leaving.ts'

/** Main waits a moment for this before it closes the window: a page that closes does not wait for its writes. */
export function saveTypedWhenAsked(
  bridge: Pick<Bridge, 'typedSaved'> & Pick<BridgeEvents, 'onSaveTyped'>,
  running: () => readonly RunningWorkspace[],
): void {
  const save = async (): Promise<void> => {
    await saveFields()
    await saveWorkspaces(running())
    await bridge.typedSaved({})
  }
  bridge.onSaveTyped(() => void save())
}

/** Stores what was typed in these workspaces, as far as their databases can store it. */
export async function saveWorkspaces(running: readonly RunningWorkspace[]): Promise<void> {
  await leftDraftsKept()
  await Promise.allSettled(running.map(saveWorkspace))
}

async function saveWorkspace({ db, workspace }: RunningWorkspace): Promise<void> {
  // Also when the database has failed.
  await Promise.allSettled([storeForms(db, workspace.id)])
  await Promise.allSettled([settleWrites(db)])
}
