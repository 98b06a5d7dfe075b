import { Menu } from 'electron'
import type { MenuSection } from '../../../src/shared/menu.ts'
import { type MenuParts, menuTemplate } from './menu-template.ts'

/** Builds the application menu from the standard items and the commands that the window sends. */
export function makeMenu(parts: MenuParts): (sections: readonly MenuSection[]) => void {
  return (sections) => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts, sections)))
}
