import type { MenuItemConstructorOptions } from 'electron'
import { text, type TextId } from '../../strings/text.ts'

/** Electron's own labels of these roles are English in every language. */
const LABELS = {
  about: 'menu.role.about',
  close: 'menu.role.close',
  copy: 'menu.role.copy',
  cut: 'menu.role.cut',
  delete: 'menu.role.delete',
  front: 'menu.role.bringToFront',
  hide: 'menu.role.hide',
  hideOthers: 'menu.role.hideOthers',
  minimize: 'menu.role.minimize',
  paste: 'menu.role.paste',
  pasteAndMatchStyle: 'menu.role.pasteWithoutStyle',
  redo: 'menu.role.redo',
  selectAll: 'menu.role.selectAll',
  services: 'menu.role.services',
  showSubstitutions: 'menu.role.showSubstitutions',
  startSpeaking: 'menu.role.startSpeaking',
  stopSpeaking: 'menu.role.stopSpeaking',
  toggleDevTools: 'menu.role.developerTools',
  toggleSmartDashes: 'menu.role.smartDashes',
  toggleSmartQuotes: 'menu.role.smartQuotes',
  toggleTextReplacement: 'menu.role.textReplacement',
  togglefullscreen: 'menu.role.fullScreen',
  undo: 'menu.role.undo',
  unhide: 'menu.role.showAll',
  zoom: 'menu.role.zoomWindow',
} as const satisfies { readonly [Role in NonNullable<MenuItemConstructorOptions['role']>]?: TextId }

const SEPARATOR = { type: 'separator' } as const

/** A standard item with its label in the user's language. */
export function roleItem(role: keyof typeof LABELS): MenuItemConstructorOptions {
  return { role, label: text(LABELS[role]) }
}

/** "Close" means the window, which macOS names. */
export function closeItem(isMac: boolean): MenuItemConstructorOptions {
  return isMac ? { role: 'close', label: text('menu.role.closeWindow') } : roleItem('close')
}

/** The items of Electron's `editMenu`. */
export function editMenu(isMac: boolean): MenuItemConstructorOptions {
  const basic = [roleItem('undo'), roleItem('redo'), SEPARATOR, roleItem('cut'), roleItem('copy'), roleItem('paste')]
  const rest = isMac
    ? [roleItem('pasteAndMatchStyle'), roleItem('delete'), roleItem('selectAll'), SEPARATOR, ...textMenus()]
    : [roleItem('delete'), SEPARATOR, roleItem('selectAll')]
  return { role: 'editMenu', label: text('menu.edit'), submenu: [...basic, ...rest] }
}

/** macOS only. */
function textMenus(): readonly MenuItemConstructorOptions[] {
  return [
    {
      label: text('menu.substitutions'),
      submenu: [
        roleItem('showSubstitutions'),
        SEPARATOR,
        roleItem('toggleSmartQuotes'),
        roleItem('toggleSmartDashes'),
        roleItem('toggleTextReplacement'),
      ],
    },
    { label: text('menu.speech'), submenu: [roleItem('startSpeaking'), roleItem('stopSpeaking')] },
  ]
}

/** The items of Electron's `windowMenu` that work on the platform. */
export function windowMenu(isMac: boolean): MenuItemConstructorOptions {
  // Zoom does something only on macOS.
  const rest = isMac ? [roleItem('zoom'), SEPARATOR, roleItem('front')] : [closeItem(isMac)]
  return {
    role: 'windowMenu',
    label: text('menu.window'),
    submenu: [roleItem('minimize'), ...rest],
  }
}
