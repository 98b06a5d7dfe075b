import { type ReactNode, useEffect } from 'react'
import { ExportLine } from './export-view/export-line.tsx'
import { KeyPlace, KeyTeacher } from './drill/key-place.tsx'
import { AwaitedField } from './frame/awaited-field.tsx'
import { BulkDialogs } from './bulk/bulk-dialogs.tsx'
import { Notices } from './frame/notices.tsx'
import { OutboxFoot } from './frame/toast-places.tsx'
import { ProgressLine } from './frame/progress-line.tsx'
import { ReconnectReview } from './frame/reconnect-review.tsx'
import { InboxScreen } from './inbox-screen.tsx'
import { LinkHost } from './links/link-host.tsx'
import { OutboxPane } from './outbox-view/outbox-pane.tsx'
import { useNoteOpened } from './palette/note-opened.ts'
import { Rail } from './rail/rail.tsx'
import { nextFrame } from './ui/next-frame.ts'
import { NewKeyDialog } from './welcome/new-key-dialog.tsx'
import type { DeviceParts } from './device-backup/parts.ts'
import {
  BackUpDialog,
  ExportDialog,
  HelpSheet,
  LATER,
  NewConversationDialog,
  Palette,
  RestoreDialog,
  SavedSearchDialog,
  SettingsDialog,
  SnoozeDialog,
} from './later-dialogs.tsx'
import { ListScope } from './list-scope.tsx'
import type { Workspace } from './shared/bridge.ts'
import type { Result } from './shared/failure.ts'
import { GuardedPane } from './ui/guarded.tsx'
import { text } from './strings/text.ts'
import { viewLabel } from './words/view.ts'
import { openDialog, useView } from './view/view.ts'
import type { ConnectInput } from './welcome/connect-input.ts'
import { type Workspaces, WorkspacesProvider } from './workspace.tsx'

type WorkspaceScreenProps = {
  readonly workspaces: Workspaces
  readonly onConnect: (input: ConnectInput) => Promise<Result<Workspace>>
  readonly deviceParts: DeviceParts
  readonly onRestored: () => void
}

/** The layout of all panes: the rail, and beside it the list with its thread, or the outbox. */
export function WorkspaceScreen({ onConnect, workspaces, deviceParts, onRestored }: WorkspaceScreenProps) {
  useNoteOpened()
  const dialog = useView((view) => view.dialog)
  const bulk = useView((view) => view.bulk)
  const screen = useView((view) => view.screen)
  const toExport = useView((view) => view.toExport)
  // Wait for the list to be on screen: an effect may run before that.
  useEffect(() => void nextFrame().then(() => Promise.all(LATER.map((dialog) => dialog.preload()))), [])
  return (
    <WorkspacesProvider value={workspaces}>
      <div className="flex h-full flex-col">
        <Notices />
        <ReconnectReview />
        <div className="flex min-h-0 flex-1">
          <GuardedPane part="rail" of={screen}>
            <ListScope>
              <Rail foot={<KeyPlace className="icons:hidden" />} />
            </ListScope>
          </GuardedPane>
          <Main>
            {screen === 'outbox' ? (
              <div className="flex min-w-0 flex-1 flex-col">
                <GuardedPane part="outbox pane" of={screen}>
                  <OutboxPane />
                </GuardedPane>
                <OutboxFoot />
              </div>
            ) : (
              <InboxScreen />
            )}
          </Main>
        </div>
        {dialog === 'palette' && <Palette />}
        {dialog === 'help' && <HelpSheet />}
        {dialog === 'new-conversation' && <NewConversationDialog />}
        {dialog === 'settings' && <SettingsDialog />}
        {dialog === 'save-search' && <SavedSearchDialog />}
        {dialog === 'export' && toExport !== null && <ExportDialog toExport={toExport} />}
        <LinkHost />
        {dialog === 'back-up' && (
          <BackUpDialog parts={deviceParts} workspaces={workspaces.known} onClose={() => openDialog('none')} />
        )}
        {dialog === 'restore' && (
          <RestoreDialog parts={deviceParts} onClose={() => openDialog('none')} onDone={onRestored} />
        )}
        {/* In All inboxes, they count and name conversations of every workspace. */}
        <ListScope>
          {dialog === 'snooze' && bulk !== null && <SnoozeDialog bulk={bulk} />}
          <BulkDialogs />
        </ListScope>
        <ProgressLine />
        <ExportLine />
        <AwaitedField />
        <KeyTeacher />
        {dialog === 'new-key' && <NewKeyDialog onConnect={onConnect} />}
      </div>
    </WorkspacesProvider>
  )
}

/** Takes the focus where a screen has no list, and then says which screen it is. */
function Main({ children }: { readonly children: ReactNode }) {
  const name = useView((view) => (view.screen === 'outbox' ? text('outbox.title') : viewLabel(view.name)))
  return (
    <main
      tabIndex={-1}
      aria-label={name}
      className="relative flex min-w-0 flex-1 border-s border-line bg-surface outline-none"
    >
      {children}
    </main>
  )
}
