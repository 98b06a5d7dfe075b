import type { Sandbox } from '../../../electron/sandbox/server.ts'
import { createThread } from '../../../electron/sandbox/conversation.ts'
import { KEY } from '../stage.ts'
import type { Secret } from './needles.ts'

/** Words that exist nowhere else. Each is searched for alone, because an index or a log may store single words. */
export const CANARY = {
  'customer id': 'cust_zebu_4417',
  'customer name': 'Quaggamira Zebulonska',
  'customer phone': '+14155550137',
  'customer email': 'okapi.canary@zebu.example',
  subject: 'subjectbongo',
  message: 'messageserval',
  'our message': 'ourmessagecaracal',
  'listed message': 'listedmargay',
  draft: 'draftgenet',
  'earlier version': 'versionfossa',
  'queued message': 'queuedlinsang',
  note: 'notebinturong',
  'snippet name': 'snippetnumbat',
  'snippet text': 'snippettextquoll',
  tag: 'tagpangolin',
  'saved search name': 'savedkinkajou',
  'saved search text': 'searchtamandua',
  'typed search': 'typedcoatimundi',
  'new customer name': 'Nilgaira Gerenuk',
  'new customer phone': '+12125550188',
  'new message': 'newmessagetakin',
} as const

/** Everything personal that a user has in the app, and the key. The address of a phone is searched for without its country code too. */
export const SECRETS: readonly Secret[] = [
  ...Object.entries(CANARY).map(([kind, text]) => ({ kind, text: text.replace(/^\+1/, '') })),
  { kind: 'API key', text: KEY },
]

/** Conversations whose every field holds a canary. */
export function plantCanaries({ account }: Sandbox): void {
  const at = Date.now()
  const customer = {
    id: CANARY['customer id'],
    name: CANARY['customer name'],
    phone: CANARY['customer phone'],
    email: CANARY['customer email'],
  }
  const plant = (id: string, channel: 'sms' | 'email', last: string): void =>
    account.insert({
      id,
      customer,
      channel,
      ...(channel === 'email' ? { subject: `About the ${CANARY.subject}` } : {}),
      startedAt: at,
      thread: createThread(() => [
        { id: `${id}_1`, sender: 'customer', content: `Where is my ${CANARY.message}?`, at: at - 2_000 },
        { id: `${id}_2`, sender: 'assistant', content: `Your ${CANARY['our message']} is here.`, at: at - 1_000 },
        { id: `${id}_3`, sender: 'customer', content: last, at },
      ]),
      language: 'en',
      status: 'open',
      activityAt: at,
      unread: true,
      tags: [`${CANARY.tag} of the server`],
    })
  plant('conv_canary_sms', 'sms', `Still waiting for the ${CANARY['listed message']}`)
  plant('conv_canary_email', 'email', `Again, the ${CANARY['listed message']}`)
}
