import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { findElectron } from '../../scripts/electron.mjs'
import { startSandbox } from '../../electron/sandbox/server.ts'
import { SCHEMA_VERSION } from '../../src/db/database.ts'
import { launchApp } from '../support/app.ts'
import { KEY } from '../support/stage.ts'
import { putStoredRows } from '../support/stored-rows.ts'
import { storedAt } from './account.ts'
import { watchFill } from './list-acts.ts'
import { madeOnce } from './made-once.ts'

/**
 * A profile of the app with a whole account, sealed as the app seals, at rest and with what the app keeps for its next start. Making one
 * takes minutes, so it is made once and copied for each use.
 */
export type Profile = {
  /** Never started: it is copied first. */
  readonly folder: string
  readonly conversations: number
  /** Epoch ms: see account.ts. */
  readonly madeAt: number
  /** The port of the account's server, which is part of the workspace. Nothing listens on it. */
  readonly port: number
  /** Of all responses that hold the account. */
  readonly jsonBytes: number
}

export type Env = Readonly<Record<string, string>>

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Not tracked, and not in the package. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'clarion-bench')
const FACTS = 'facts.json'
const PROFILE = 'profile'
const BATCH = 500
/** Longer than the app takes to store what the next start shows first, ms. */
const KEPT_MS = 6_000

/** What the profile depends on besides the number of conversations: the account, what is stored of it, and how. */
const SOURCES = [
  ...['test/bench/account.ts', 'test/bench/profile.ts', 'electron/sandbox/answer.ts', 'electron/api/wire.ts'],
  ...['src/db/database.ts', 'src/db/merge.ts', 'src/db/rows.ts', 'src/db/customer-key.ts'],
  ...readdirSync(join(ROOT, 'src', 'db', 'sealing')).map((name) => `src/db/sealing/${name}`),
]

/** The key to the server, and its address, as in a managed installation. */
export function envOf({ port }: Pick<Profile, 'port'>): Env {
  return { CLARION_API_URL: `http://127.0.0.1:${port}`, CLARION_API_KEY: KEY }
}

/** Finds the profile, or makes it. `tell` says what takes so long. */
export async function findProfile(conversations: number, tell: (line: string) => void): Promise<Profile> {
  const path = await madeOnce(CACHE, { kind: String(conversations), key: cacheKey() }, async (folder) => {
    tell(`making a profile with ${conversations.toLocaleString('en')} conversations, once`)
    const facts = await make(join(folder, PROFILE), conversations, tell)
    await writeFile(join(folder, FACTS), JSON.stringify(facts))
  })
  const facts = JSON.parse(readFileSync(join(path, FACTS), 'utf8')) as Omit<Profile, 'folder'>
  return { ...facts, folder: join(path, PROFILE) }
}

/** A copy to start the app with. */
export async function copyProfile(profile: Profile, to: string): Promise<void> {
  await cp(profile.folder, to, { recursive: true, verbatimSymlinks: true })
}

function cacheKey(): string {
  const hash = createHash('sha256').update(`${SCHEMA_VERSION} ${findElectron()?.version ?? ''} ${KEY}`)
  for (const source of SOURCES) hash.update(readFileSync(join(ROOT, source)))
  return hash.digest('hex').slice(0, 16)
}

async function make(
  folder: string,
  conversations: number,
  tell: (line: string) => void,
): Promise<Omit<Profile, 'folder'>> {
  const size = { conversations, madeAt: Math.floor(Date.now() / 1_000) * 1_000 }
  // An empty account makes the workspace and ends its first sync.
  const server = await startSandbox({ conversations: 0, answers: false, key: KEY })
  const env = envOf(server)
  const empty = await launchApp({ userDataDir: folder, env })
  await empty.page
    .getByText(/No conversations/i)
    .first()
    .waitFor()
  await server.close()
  const jsonBytes = await store(empty.page, size, tell)
  await empty.close()
  // The first start has nothing to show before the database is read. Later ones have.
  const first = await launchApp({ userDataDir: folder, env })
  await watchFill(first.page)
  await first.page.waitForTimeout(KEPT_MS)
  await first.close()
  return { ...size, port: server.port, jsonBytes }
}

/** Fills the open workspace's database. The page is unusable afterwards. */
async function store(
  page: Page,
  size: { readonly conversations: number; readonly madeAt: number },
  tell: (line: string) => void,
): Promise<number> {
  let jsonBytes = 0
  for (let from = 0; from < size.conversations; from += BATCH) {
    const count = Math.min(BATCH, size.conversations - from)
    const stored = Array.from({ length: count }, (_, at) => storedAt(from + at, size))
    await putStoredRows(
      page,
      'conversations',
      stored.map(({ row }) => row),
    )
    await putStoredRows(
      page,
      'threads',
      stored.map(({ thread }) => thread),
    )
    jsonBytes += stored.reduce((sum, one) => sum + one.jsonBytes, 0)
    if (from > 0 && from % 10_000 === 0) tell(`${from.toLocaleString('en')} conversations stored`)
  }
  return jsonBytes
}
