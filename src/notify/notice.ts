import { writeNumber } from '../shared/locale.ts'
import type { NotificationInput } from '../shared/notification.ts'
import type { NotificationSettings } from './settings.ts'

/** A notification as the person sees it. */
export type Notice = Omit<NotificationInput, 'workspaceId'>

/** No system shows more of either. UTF-16 units. */
const LONGEST_TITLE = 80
const LONGEST_BODY = 240

export function singleNotice(
  { conversationId, words }: { readonly conversationId: string; readonly words: string },
  name: string,
  settings: NotificationSettings,
): Notice {
  const isSilent = !settings.hasSound
  const isNamed = !settings.hidesText && name.trim() !== ''
  return {
    conversationId,
    title: isNamed ? cut(name, LONGEST_TITLE) : 'New message',
    body: settings.hidesText ? '' : cut(words, LONGEST_BODY),
    isSilent,
  }
}

export function summaryNotice(conversations: number, settings: NotificationSettings): Notice {
  return {
    conversationId: null,
    title: `${writeNumber(conversations)} conversations have new messages`,
    body: '',
    isSilent: !settings.hasSound,
  }
}

/** For "Send a test notification": one that shows what the settings do. */
export function testNotice(settings: NotificationSettings): Notice {
  const example = { conversationId: '', words: 'This is what a new message looks like.' }
  return { ...singleNotice(example, 'Clarion', settings), conversationId: null }
}

/** Never within a character of two units. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
