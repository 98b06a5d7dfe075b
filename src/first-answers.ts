import type { Managed } from './shared/network/managed.ts'
import type { Session } from './shared/bridge.ts'
import type { Result } from './shared/failure.ts'

type Answers = readonly [Result<Session>, Result<Managed>]

/** Asked as this module is loaded, which is the first one: the others take a tenth of a second to load. Null once it was used. */
let first: Promise<Answers> | null = ask()

// The browser opens its databases meanwhile too. Later code asks again and handles a failure.
void indexedDB.databases().catch(() => {})

/** The session and what an administrator decides, as main knows them now; at the start, as it knew them a moment ago. */
export function askMain(): Promise<Answers> {
  const asked = first ?? ask()
  first = null
  return asked
}

function ask(): Promise<Answers> {
  const { bridge } = window
  return Promise.all([bridge.readSession({}), bridge.readManaged({})])
}
