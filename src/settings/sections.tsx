import type { ComponentType } from 'react'
import { AppearanceSection } from './appearance-section.tsx'
import { DataSection } from './data-section.tsx'
import { KeysSection } from './keys/keys-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { RequestLogSection } from './request-log-section.tsx'
import { SendingSection } from './sending-section.tsx'
import { SnippetsSection } from './snippets/snippets-section.tsx'
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
    title: 'Appearance',
    about:
      'theme colours colors light dark system list density compact comfortable zoom in out larger smaller font size',
    Content: AppearanceSection,
  },
  {
    id: 'reading',
    title: 'Reading',
    about:
      'mark conversations as read seen unread timing on opening seconds reply by hand manually shortcut key for done resolve close archive auto-advance advance next one before first after you resolve close or snooze focus mode',
    Content: ReadingSection,
  },
  {
    id: 'sending',
    title: 'Sending',
    about:
      'undo after sending send window seconds delay hold take back sms email whatsapp instagram facebook when a message isn’t delivered arrive lost send again ask me outbox',
    Content: SendingSection,
  },
  {
    id: 'writing',
    title: 'Writing',
    about: 'check spelling spell-check dictionary price cost of an sms segment currency',
    Content: WritingSection,
  },
  {
    id: 'snippets',
    title: 'Snippets',
    about: 'templates canned responses saved replies variables placeholders import export json',
    Content: SnippetsSection,
  },
  {
    id: 'notifications',
    title: 'Notifications',
    about:
      'notify about new messages notification content what they show sound silent hide details names text privacy send test notification last check',
    Content: NotificationsSection,
  },
  {
    id: 'keys',
    title: 'Keys',
    about:
      'keyboard shortcuts hotkeys shortcut preset clarion gmail superhuman single key keys change reset accessibility',
    Content: KeysSection,
  },
  {
    id: 'workspaces',
    title: 'Workspaces',
    about:
      'accounts api new key server address name rename switch open add connect another sign out log out remove demo test',
    Content: WorkspacesSection,
  },
  {
    id: 'data',
    title: 'Data on this device',
    about:
      'storage used space cache offline conversations threads messages drafts clear cache and download again reset',
    Content: DataSection,
  },
  {
    id: 'request-log',
    title: 'Request log',
    about: 'api requests network errors debug support copy save troubleshooting',
    Content: RequestLogSection,
  },
]
