import type { ComponentType } from 'react'
import { AppearanceSection } from './appearance-section.tsx'
import { DataSection } from './data-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { RequestLogSection } from './request-log-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { SendingSection } from './sending-section.tsx'
import { SnippetsSection } from './snippets-section.tsx'
import { WritingSection } from './writing-section.tsx'

export type Section = {
  /** Named by `openSettings`. */
  readonly id: string
  readonly title: string
  readonly Content: ComponentType
}

/** What Settings holds, in its order. A section more is a file `<id>-section.tsx` and a line here. */
export const SECTIONS: readonly Section[] = [
  { id: 'appearance', title: 'Appearance', Content: AppearanceSection },
  { id: 'reading', title: 'Reading and moving on', Content: ReadingSection },
  { id: 'sending', title: 'Sending', Content: SendingSection },
  { id: 'writing', title: 'Writing', Content: WritingSection },
  { id: 'snippets', title: 'Snippets', Content: SnippetsSection },
  { id: 'notifications', title: 'Notifications', Content: NotificationsSection },
  { id: 'keys', title: 'Keys', Content: KeysSection },
  { id: 'data', title: 'Data on this device', Content: DataSection },
  { id: 'request-log', title: 'Request log', Content: RequestLogSection },
]
