import type { Screen } from './table.ts'

/** In their order in the dialog. Two have pictures to compare with: they are much alike, and those that measure or log are never the same twice. */
const SECTIONS = [
  'appearance',
  'reading',
  'sending',
  'writing',
  'snippets',
  'notifications',
  'start',
  'keys',
  'workspaces',
  'security',
  'updates',
  'speed',
  'data',
  'request-log',
] as const
const COMPARED: readonly (typeof SECTIONS)[number][] = ['appearance', 'keys']

export const SETTINGS: readonly Screen[] = SECTIONS.map((section, index) => ({
  name: `settings-${section}`,
  from: 'account',
  ...(!COMPARED.includes(section) && { isCompared: false }),
  async show(visitor) {
    await visitor.press('Control+,')
    await visitor.dialog().getByRole('tab').nth(index).click()
  },
}))
