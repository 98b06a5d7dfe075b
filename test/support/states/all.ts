import { visitAccount } from './account.ts'
import { visitOutbox, visitSelection, visitSnooze } from './changes.ts'
import { visitPalette, visitSettings, visitSnippets } from './dialogs.ts'
import { visitDrill } from './drill.ts'
import { visitLockedScreens, visitWithoutKey } from './first-screens.ts'
import { visitSearch, visitViews } from './inbox.ts'
import { visitMenus, visitSmallWindow } from './menus.ts'
import { visitNotices, visitUpdates } from './notices.ts'

/** Every visit that begins in the inbox. The last ones change what later loads of the page get. */
export const IN_DEMO = [
  visitDrill,
  visitViews,
  visitSearch,
  visitSelection,
  visitSnooze,
  visitPalette,
  visitSnippets,
  visitOutbox,
  visitSettings,
  visitUpdates,
  visitMenus,
  visitSmallWindow,
  visitNotices,
  visitAccount,
  visitWithoutKey,
  visitLockedScreens,
] as const
