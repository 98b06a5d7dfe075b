import type { Page } from 'playwright-core'
import { launchApp } from '../support/app.ts'
import { KEY, setStage } from '../support/stage.ts'

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

/** Fills the open workspace's database with conversations, each with a short thread. The page is unusable afterwards. */
async function seedConversations(page: Page, count: number): Promise<void> {
  await page.evaluate(async (total) => {
    const CHANNELS = ['sms', 'email', 'whatsapp', 'instagram', 'facebook', 'voice']
    const NAMES = ['John Smith', 'Ana Petrović', 'Marie Dupont', 'Yuki Tanaka', 'Omar Haddad', 'Grace Okafor']
    const TAGS = [[], [], [], ['vip'], ['billing'], ['vip', 'follow-up']]
    const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('clarion-') === true)
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(known?.name ?? '')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error('the database did not open'))
    })
    const now = Date.now()
    const rowAt = (index: number) => {
      // A third is open, and a sixth of those waits, like an agency's account after some years.
      const status = index % 3 === 0 ? 'open' : index % 3 === 1 ? 'resolved' : 'closed'
      const at = now - ((index * 7919) % total) * 60_000
      const isWaiting = status === 'open' && index % 2 === 0
      const words = `Hello, this is message ${index}. I would like to ask whether my appointment can be moved to another day.`
      return {
        id: `conv_${((index * 2_654_435_761) % 4_294_967_296).toString(16)}_${index}`,
        customerId: `cust_${index % (total / 2)}`,
        customerName: `${NAMES[index % NAMES.length]} ${index}`,
        customerPhone: `+1555${String(index).padStart(7, '0')}`,
        customerKeys: [`id cust_${index % (total / 2)}`, `phone 1555${String(index).padStart(7, '0')}`],
        channel: CHANNELS[index % CHANNELS.length],
        status,
        lastMessage: words,
        timestamp: at,
        unread: isWaiting && index % 4 === 0,
        tags: TAGS[index % TAGS.length],
        activityAt: at,
        newest: {
          messageId: `msg_${index}_2`,
          sender: isWaiting ? 'customer' : 'assistant',
          words,
          waitingSince: isWaiting ? at : null,
        },
      }
    }
    const threadOf = (row: ReturnType<typeof rowAt>) => ({
      conversationId: row.id,
      messages: [0, 1, 2].map((place) => ({
        id: `${row.newest.messageId.slice(0, -1)}${place}`,
        sender: place === 2 ? row.newest.sender : place === 1 ? 'assistant' : 'customer',
        content: row.newest.words,
        sentAt: row.activityAt - (2 - place) * 60_000,
      })),
      readAt: now,
    })
    const BATCH = 1_000
    for (let from = 0; from < total; from += BATCH) {
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(['conversations', 'threads'], 'readwrite', { durability: 'relaxed' })
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(new Error('a batch was not written'))
        for (let index = from; index < Math.min(from + BATCH, total); index += 1) {
          const row = rowAt(index)
          transaction.objectStore('conversations').put(row)
          transaction.objectStore('threads').put(threadOf(row))
        }
      })
    }
    db.close()
  }, count)
}
