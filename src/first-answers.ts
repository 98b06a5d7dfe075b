import type { Managed } from './shared/network/managed.ts'
import type { Bridge, Session } from './shared/bridge.ts'
import type { Result } from './shared/failure.ts'

type Answers = readonly [Result<Session>, Result<Managed>]

export function askMain(bridge: Pick<Bridge, 'readSession' | 'readManaged'>): Promise<Answers> {
  return Promise.all([bridge.readSession({}), bridge.readManaged({})])
}

/** What main says at the start. Asked as this module is loaded, which is the first one: the others take a tenth of a second to load. */
export const firstAnswers = askMain(window.bridge)

// Opens what is under IndexedDB, meanwhile too. Whoever needs it asks again, and handles a failure.
void indexedDB.databases().catch(() => {})
