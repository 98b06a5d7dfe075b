import { describe, expect, it, onTestFinished } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { menuTemplate } from '../../../../electron/shell/menu/menu-template.ts'
import { setLanguage } from '../../../../src/shared/language.ts'
import type { MenuSection } from '../../../../src/shared/menu.ts'

const SECTIONS: readonly MenuSection[] = [
  { name: 'app', entries: [{ id: 'settings', title: 'Settings', accelerator: 'CmdOrCtrl+,' }] },
  { name: 'file', entries: [{ id: 'new', title: 'New', accelerator: 'CmdOrCtrl+N' }] },
  { name: 'conversation', entries: [{ id: 'resolve', title: 'Resolve & go', accelerator: null }] },
  { name: 'go', entries: [] },
  { name: 'help', entries: [{ id: 'help', title: 'Keyboard shortcuts', accelerator: null }] },
]

function begin(platform: string, sections = SECTIONS) {
  const chosen: string[] = []
  const zooms: string[] = []
  let quits = 0
  let licenses = 0
  let reports = 0
  const menus = menuTemplate(
    {
      platform,
      hasDevTools: false,
      onQuit: () => (quits += 1),
      onZoom: (step) => zooms.push(step),
      onLicenses: () => (licenses += 1),
      onReport: () => (reports += 1),
      onChoose: (id) => chosen.push(id),
    },
    sections,
  )
  return { menus, chosen, zooms, quits: () => quits, licenses: () => licenses, reports: () => reports }
}

function itemsOf(menu: MenuItemConstructorOptions | undefined): readonly MenuItemConstructorOptions[] {
  return Array.isArray(menu?.submenu) ? menu.submenu : []
}

function find(menus: readonly MenuItemConstructorOptions[], id: string): MenuItemConstructorOptions | undefined {
  return menus.flatMap(itemsOf).find((item) => item.id === id)
}

it.each(['en', 'de', 'es'] as const)('every menu has an access key of its own in %s', (language) => {
  setLanguage(language)
  onTestFinished(() => setLanguage('en'))
  const sections = SECTIONS.map((section) => ({ ...section, entries: SECTIONS[0]?.entries ?? [] }))
  const keys = begin('linux', sections).menus.map(({ label }) => /&(\p{L})/u.exec(label ?? '')?.[1]?.toLowerCase())
  expect(keys).not.toContain(undefined)
  expect([keys.length, new Set(keys).size]).toEqual([7, 7])
})

it('the Window menu has Zoom only on macOS, where it does something', () => {
  const rolesOn = (platform: string) =>
    itemsOf(begin(platform).menus.find(({ role }) => role === 'windowMenu')).map(({ role }) => role)
  expect(rolesOn('linux')).toEqual(['minimize', 'close'])
  expect(rolesOn('win32')).toEqual(['minimize', 'close'])
  expect(rolesOn('darwin')).toEqual(['minimize', 'zoom', undefined, 'front'])
})

describe.each(['linux', 'win32', 'darwin'])('the menu bar on %s', (platform) => {
  it('has the standard items before the window sends its commands', () => {
    for (const sections of [SECTIONS, []]) {
      const { menus } = begin(platform, sections)
      expect(menus.map((menu) => menu.role)).toEqual(expect.arrayContaining(['editMenu', 'windowMenu']))
      expect(find(menus, 'quit')).toBeDefined()
    }
  })

  it('runs the chosen command and takes no key from the window', () => {
    const { menus, chosen } = begin(platform)
    for (const id of ['settings', 'new', 'resolve', 'help']) {
      const item = find(menus, id)
      expect(item?.accelerator === undefined || item.registerAccelerator === false).toBe(true)
      item?.click?.(undefined as never, undefined, undefined as never)
    }
    expect(chosen).toEqual(['settings', 'new', 'resolve', 'help'])
  })

  it('offers zoom in View and shows its keys without registering them', () => {
    const { menus, zooms } = begin(platform)
    const items = ['zoom-reset', 'zoom-in', 'zoom-out'].map((id) => find(menus, id))
    expect(items.map((item) => item?.accelerator)).toEqual(['CmdOrCtrl+0', 'CmdOrCtrl+Plus', 'CmdOrCtrl+-'])
    for (const item of items) {
      expect(item?.registerAccelerator).toBe(false)
      item?.click?.(undefined as never, undefined, undefined as never)
    }
    expect(zooms).toEqual(['reset', 'in', 'out'])
  })

  it('offers to report a problem in Help, also before the window sends its commands', () => {
    for (const sections of [SECTIONS, []]) {
      const { menus, reports } = begin(platform, sections)
      const item = itemsOf(menus.find((menu) => menu.role === 'help')).find(({ id }) => id === 'report-a-problem')
      expect(item?.label).toBe('Report a problem…')
      item?.click?.(undefined as never, undefined, undefined as never)
      expect(reports()).toBe(1)
    }
  })

  it('opens the third-party licenses from Help, also before the window sends its commands', () => {
    for (const sections of [SECTIONS, []]) {
      const { menus, licenses } = begin(platform, sections)
      const help = menus.find((menu) => menu.role === 'help')
      const item = itemsOf(help).find(({ id }) => id === 'third-party-licenses')
      item?.click?.(undefined as never, undefined, undefined as never)
      expect(licenses()).toBe(1)
    }
  })

  it('shows & in labels and leaves out empty menus', () => {
    const { menus } = begin(platform)
    expect(find(menus, 'resolve')?.label).toBe('Resolve && go')
    expect(menus.filter((menu) => menu.submenu !== undefined && itemsOf(menu).length === 0)).toEqual([])
    expect(menus.map((menu) => menu.label)).not.toContain('&Go')
  })
})

it('Settings is in the app menu on macOS and in File elsewhere', () => {
  const labelOf = (platform: string) =>
    begin(platform).menus.find((menu) => itemsOf(menu).some((item) => item.id === 'settings'))?.label
  expect(labelOf('darwin')).toBe('Clarion')
  expect(labelOf('linux')).toBe('&File')
})
