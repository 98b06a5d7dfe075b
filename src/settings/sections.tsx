import type { ComponentType } from 'react'
import { text } from '../strings/text.ts'
import { AppearanceSection } from './appearance-section.tsx'
import { DataSection } from './data-section.tsx'
import { KeysSection } from './keys/keys-section.tsx'
import { NotificationsSection } from './notifications/notifications-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { RequestLogSection } from './request-log-section.tsx'
import { SecuritySection } from './security-section.tsx'
import { SendingSection } from './sending-section.tsx'
import { SpeedSection } from './speed/speed-section.tsx'
import { SnippetsSection } from './snippets/snippets-section.tsx'
import { StartSection } from './start-section.tsx'
import { UpdatesSection } from './updates-section.tsx'
import { WorkspacesSection } from './workspaces/workspaces-section.tsx'
import { WritingSection } from './writing-section.tsx'

export type Section = {
  /** Named by `openSettings`. */
  readonly id: string
  readonly title: string
  /** Search terms for the settings in this section. */
  readonly about: string
  readonly Content: ComponentType
}

/** The sections of Settings, in order. To add one, create `<id>-section.tsx` and add an entry here. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'appearance',
    title: text('settings.appearance.title'),
    about: text('settings.appearance.about'),
    Content: AppearanceSection,
  },
  {
    id: 'reading',
    title: text('settings.reading.title'),
    about: text('settings.reading.about'),
    Content: ReadingSection,
  },
  {
    id: 'sending',
    title: text('settings.sending.title'),
    about: text('settings.sending.about'),
    Content: SendingSection,
  },
  {
    id: 'writing',
    title: text('settings.writing.title'),
    about: text('settings.writing.about'),
    Content: WritingSection,
  },
  {
    id: 'snippets',
    title: text('settings.snippets.title'),
    about: text('settings.snippets.about'),
    Content: SnippetsSection,
  },
  {
    id: 'notifications',
    title: text('settings.notifications.title'),
    about: text('settings.notifications.about'),
    Content: NotificationsSection,
  },
  {
    id: 'start',
    title: text('settings.start.title'),
    about: text('settings.start.about'),
    Content: StartSection,
  },
  {
    id: 'keys',
    title: text('settings.keys.title'),
    about: text('settings.keys.about'),
    Content: KeysSection,
  },
  {
    id: 'workspaces',
    title: text('settings.workspaces.title'),
    about: text('settings.workspaces.about'),
    Content: WorkspacesSection,
  },
  {
    id: 'security',
    title: text('settings.security.title'),
    about: text('settings.security.about'),
    Content: SecuritySection,
  },
  {
    id: 'updates',
    title: text('settings.updates.title'),
    about: text('settings.updates.about'),
    Content: UpdatesSection,
  },
  {
    id: 'speed',
    title: text('settings.speed.title'),
    about: text('settings.speed.about'),
    Content: SpeedSection,
  },
  {
    id: 'data',
    title: text('settings.data.title'),
    about: text('settings.data.about'),
    Content: DataSection,
  },
  {
    id: 'request-log',
    title: text('settings.requestLog.title'),
    about: text('settings.requestLog.about'),
    Content: RequestLogSection,
  },
]
