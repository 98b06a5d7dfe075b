import { join } from 'node:path'
import { app, Menu, type WebContents } from 'electron'
import type { MenuSection } from '../../../src/shared/menu.ts'
import { stepZoom, type ZoomStep } from '../../../src/shared/zoom.ts'
import { sendCommand } from '../../ipc.ts'
import type { Surface } from '../appearance.ts'
import { watchWindowKeys } from '../watch-window-keys.ts'
import { menuTemplate } from './menu-template.ts'
import { LICENSES_FILE, openLicenses } from './open-licenses.ts'

type MenuOptions = {
  readonly surface: Surface
  /** The window's page; undefined when there is no window. */
  readonly page: () => WebContents | undefined
  readonly onQuit: () => void
  readonly onReport: () => void
  /** Of the development build. A package has its own. */
  readonly legalFolder: string
}

/** Shows the application menu without the page's commands. The returned function shows it with them. */
export function serveMenu({
  surface,
  page,
  onQuit,
  onReport,
  legalFolder,
}: MenuOptions): (sections: readonly MenuSection[]) => void {
  const { platform } = process
  const onZoom = (step: ZoomStep): void => surface.zoomTo(stepZoom(surface.zoomLevel(), step))
  watchWindowKeys({ platform, onZoom })
  const legal = app.isPackaged ? join(process.resourcesPath, 'legal') : legalFolder
  const parts = {
    platform,
    hasDevTools: !app.isPackaged,
    onQuit,
    onZoom,
    onReport,
    onLicenses: () => void openLicenses(join(legal, LICENSES_FILE)),
    onChoose: (commandId: string) => sendCommand(page(), commandId),
  }
  const show = (sections: readonly MenuSection[]): void =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts, sections)))
  show([])
  return show
}
