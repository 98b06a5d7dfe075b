import { backup } from './backup.ts'
import { bulk } from './bulk.ts'
import { commandAliases } from './commands/aliases.ts'
import { commandResults } from './commands/results.ts'
import { commandTexts } from './commands/texts.ts'
import { commandTitles } from './commands/titles.ts'
import { customer } from './customer.ts'
import { drill } from './commands/drill.ts'
import { exporting } from './exporting.ts'
import { frame } from './frame.ts'
import { help } from './help.ts'
import { inbox } from './inbox.ts'
import { links } from './lifecycle/links.ts'
import { network } from './network.ts'
import { newConversation } from './new-conversation.ts'
import { notify } from './notifications/answers.ts'
import { outbox } from './outbox.ts'
import { palette } from './palette.ts'
import { rail } from './rail.ts'
import { search } from './search.ts'
import { sealing } from './sealing.ts'
import { settingsAppearance } from './settings-appearance.ts'
import { settingsData } from './settings-data.ts'
import { settingsNotifications } from './notifications/settings.ts'
import { settingsSpeed } from './lifecycle/settings-speed.ts'
import { settingsStart } from './lifecycle/settings-start.ts'
import { settingsUpdates } from './settings-updates.ts'
import { settings } from './settings.ts'
import { snippets } from './snippets.ts'
import { snooze } from './snooze.ts'
import { thread } from './thread.ts'
import { welcome } from './welcome.ts'
import { words } from './words.ts'

export const ES = {
  ...backup,
  ...bulk,
  ...commandAliases,
  ...commandResults,
  ...commandTexts,
  ...commandTitles,
  ...customer,
  ...drill,
  ...exporting,
  ...frame,
  ...help,
  ...inbox,
  ...links,
  ...network,
  ...newConversation,
  ...notify,
  ...outbox,
  ...palette,
  ...rail,
  ...search,
  ...sealing,
  ...settings,
  ...settingsAppearance,
  ...settingsData,
  ...settingsNotifications,
  ...settingsSpeed,
  ...settingsStart,
  ...settingsUpdates,
  ...snippets,
  ...snooze,
  ...thread,
  ...welcome,
  ...words,
} as const
