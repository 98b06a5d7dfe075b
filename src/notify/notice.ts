import type { NotificationInput } from '../shared/notification.ts'
import { systemLine } from '../shared/text/system-text.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { text } from '../strings/text.ts'
import { shownContent } from '../words/shown-content.ts'
import type { NotificationSettings } from './settings.ts'
import { groupedName } from '../words/shown-name.ts'

type NoticeStyle = Pick<NotificationSettings, 'hidesText' | 'hasSound'>

/** A notification as the system shows it. */
export type Notice = Omit<NotificationInput, 'workspaceId'>

/** The longest texts that any system shows, in UTF-16 units. */
const MAX_TITLE_LENGTH = 80
const MAX_BODY_LENGTH = 240

export function singleNotice(
  message: { readonly conversationId: string; readonly text: string },
  name: string,
  settings: NoticeStyle,
): Notice {
  const isSilent = !settings.hasSound
  const isNamed = !settings.hidesText && hasVisibleText(name)
  return {
    conversationId: message.conversationId,
    title: isNamed ? systemLine(groupedName(name), MAX_TITLE_LENGTH) : text('words.notice.newMessage'),
    body: settings.hidesText ? '' : systemLine(shownContent(message.text), MAX_BODY_LENGTH),
    isSilent,
  }
}

export function summaryNotice(conversations: number, settings: NoticeStyle): Notice {
  return {
    conversationId: null,
    title: text('words.notice.summary', { count: conversations }),
    body: '',
    isSilent: !settings.hasSound,
  }
}

/** At the end of quiet hours. */
export function quietNotice(conversations: number, settings: NoticeStyle): Notice {
  return { ...summaryNotice(conversations, settings), body: text('notify.duringQuietHours') }
}

/** Says why something that the user did in a notification had no effect. A click opens the conversation. */
export function problemNotice(
  conversationId: string | null,
  problem: { readonly title: string; readonly body: string },
  settings: NoticeStyle,
): Notice {
  return { conversationId, ...problem, isSilent: !settings.hasSound }
}

/** For the button in Settings that sends a test notification with the current settings. */
export function testNotice(settings: NoticeStyle): Notice {
  const example = { conversationId: '', text: text('words.notice.test') }
  return { ...singleNotice(example, 'Clarion', settings), conversationId: null }
}
