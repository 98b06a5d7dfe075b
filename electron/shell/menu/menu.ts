import { Menu } from 'electron'
import type { MenuSection } from '../../../src/shared/menu.ts'
import { type MenuParts, menuTemplate } from './menu-template.ts'

/** Draws the application menu: what the system wants of one, and between it the window's commands, which the window sends as data. */
export function makeMenu(parts: MenuParts): (sections: readonly MenuSection[]) => void {
  return (sections) => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts, sections)))
}
