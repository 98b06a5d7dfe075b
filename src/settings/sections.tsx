import type { ComponentType } from 'react'
import { AppearanceSection } from './appearance-section.tsx'
import { DataSection } from './data-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { RequestLogSection } from './request-log-section.tsx'
import { SendingSection } from './sending-section.tsx'
import { SnippetsSection } from './snippets-section.tsx'
import { WorkspacesSection } from './workspaces-section.tsx'
import { WritingSection } from './writing-section.tsx'

export type Section = {
  /** Named by `openSettings`. */
  readonly id: string
  readonly title: string
  /** What is set there, in the words by which it is looked for. */
  readonly about: string
  readonly Content: ComponentType
}

/** What Settings holds, in its order. A section more is a file `<id>-section.tsx` and an entry here. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'appearance',
    title: 'Appearance',
    about: 'theme light dark colours list density compact comfortable zoom larger smaller font size',
    Content: AppearanceSection,
  },
  {
    id: 'reading',
    title: 'Reading',
    about:
      'seen read unread mark timing open seconds reply done resolve close archive auto-advance advance next after snoozed',
    Content: ReadingSection,
  },
  {
    id: 'sending',
    title: 'Sending',
    about: 'undo window seconds delay hold take back sms email whatsapp instagram facebook lost again ask outbox',
    Content: SendingSection,
  },
  {
    id: 'writing',
    title: 'Writing',
    about: 'spelling spell-check dictionary sms segment price cost currency',
    Content: WritingSection,
  },
  {
    id: 'snippets',
    title: 'Snippets',
    about: 'templates canned responses saved replies variables holes import export',
    Content: SnippetsSection,
  },
  {
    id: 'notifications',
    title: 'Notifications',
    about: 'notify sound silent hide names words privacy test check new messages',
    Content: NotificationsSection,
  },
  {
    id: 'keys',
    title: 'Keys',
    about: 'keyboard shortcuts hotkeys preset clarion gmail superhuman single rebind accessibility',
    Content: KeysSection,
  },
  {
    id: 'workspaces',
    title: 'Workspaces',
    about: 'accounts api key server address name rename switch add connect sign out log out remove demo test',
    Content: WorkspacesSection,
  },
  {
    id: 'data',
    title: 'Data on this device',
    about: 'storage space cache offline conversations clear reset read again drafts',
    Content: DataSection,
  },
  {
    id: 'request-log',
    title: 'Request log',
    about: 'api network errors debug support copy save troubleshooting',
    Content: RequestLogSection,
  },
]
