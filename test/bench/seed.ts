import type { Page } from 'playwright-core'
import type { ConversationRow, ThreadRow } from '../../src/db/rows.ts'
import { launchApp } from '../support/app.ts'
import { KEY, setStage } from '../support/stage.ts'
import { putStoredRows } from '../support/stored-rows.ts'

export type Env = Readonly<Record<string, string>>

/** Creates a profile with this many conversations and an unreachable server. Returns the app's environment. */
export async function seedAccount(userDataDir: string, size: number): Promise<Env> {
  const stage = await setStage({ conversations: 0 })
  const env = { CLARION_API_URL: stage.line.url, CLARION_API_KEY: KEY }
  const app = await launchApp({ userDataDir, env })
  await app.page
    .getByText(/No conversations/i)
    .first()
    .waitFor()
  await stage.line.cutOff()
  await seedConversations(app.page, size)
  await app.close()
  return env
}

const CHANNELS = ['sms', 'email', 'whatsapp', 'instagram', 'facebook', 'voice'] as const
const NAMES = ['John Smith', 'Ana Petrović', 'Marie Dupont', 'Yuki Tanaka', 'Omar Haddad', 'Grace Okafor'] as const
const TAGS = [[], [], [], ['vip'], ['billing'], ['vip', 'follow-up']] as const
const BATCH = 1_000

/** Fills the open workspace's database with conversations, each with a short thread. The page is unusable afterwards. */
async function seedConversations(page: Page, count: number): Promise<void> {
  const now = Date.now()
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, place) => rowAt(from + place, count, now))
    await putStoredRows(page, 'conversations', rows)
    await putStoredRows(
      page,
      'threads',
      rows.map((row) => threadOf(row, now)),
    )
  }
}

/** A third is open, and a sixth of those waits, like an agency's account after some years. */
function rowAt(index: number, total: number, now: number) {
  const status = index % 3 === 0 ? 'open' : index % 3 === 1 ? 'resolved' : 'closed'
  const at = now - ((index * 7919) % total) * 60_000
  const isWaiting = status === 'open' && index % 2 === 0
  const words = `Hello, this is message ${index}. I would like to ask whether my appointment can be moved to another day.`
  return {
    id: `conv_${((index * 2_654_435_761) % 4_294_967_296).toString(16)}_${index}`,
    customerId: `cust_${index % (total / 2)}`,
    customerName: `${NAMES[index % NAMES.length]} ${index}`,
    customerPhone: `+1555${String(index).padStart(7, '0')}`,
    channel: CHANNELS[index % CHANNELS.length] ?? 'sms',
    status,
    lastMessage: words,
    timestamp: at,
    unread: isWaiting && index % 4 === 0,
    tags: TAGS[index % TAGS.length] ?? [],
    activityAt: at,
    newest: {
      messageId: `msg_${index}_2`,
      sender: isWaiting ? 'customer' : 'assistant',
      words,
      waitingSince: isWaiting ? at : null,
    },
  } satisfies ConversationRow
}

function threadOf({ id, newest, activityAt }: ReturnType<typeof rowAt>, readAt: number): ThreadRow {
  const messages = [0, 1, 2].map((place) => ({
    id: `${newest.messageId.slice(0, -1)}${place}`,
    sender: place === 2 ? newest.sender : place === 1 ? 'assistant' : 'customer',
    content: newest.words,
    sentAt: activityAt - (2 - place) * 60_000,
  }))
  return { conversationId: id, messages, readAt }
}
