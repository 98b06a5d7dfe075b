import { hostname } from 'node:os'
import type { HostGate } from '../accounts/host-gate.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import type { ExportSaver } from '../exports/exporter.ts'
import type { Appearance } from '../shell/appearance.ts'
import { makeFileChooser } from '../shell/open-dialog.ts'
import type { Log } from '../storage/log.ts'
import { text } from '../strings/text.ts'
import type { OnlyWindow } from '../window.ts'
import { EXTENSION } from './backing-up.ts'
import { type DeviceBackups, makeDeviceBackups } from './device-backups.ts'
import { openSealedFile } from './open-file.ts'

/** Backups in files that the user chooses in the system's dialogs. */
export function openDeviceBackups(parts: {
  readonly window: Pick<OnlyWindow, 'current'>
  readonly saver: ExportSaver
  readonly workspaces: WorkspaceStore
  readonly hosts: HostGate
  readonly appearance: Appearance
  readonly now: () => number
  readonly log: Log
}): DeviceBackups {
  const choose = makeFileChooser(() => parts.window.current())
  return makeDeviceBackups({
    ...parts,
    computer: hostname(),
    choose: () => choose({ extension: EXTENSION, label: text('backup.fileType') }),
    open: openSealedFile,
  })
}
