import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { type Sandbox, startSandbox } from '../../electron/sandbox/server.ts'
import { invariant } from '../../src/shared/failure.ts'
import { answerConnects } from './connect-dialog.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { KEY, type Stage } from './stage.ts'

/** A workspace of the app with a server of its own. */
export type Account = { readonly name: string; readonly server: Sandbox; readonly line: FaultProxy }

/** Names of workspaces, in the order in which they are connected. */
export const ACCOUNT_NAMES = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gingko', 'Hazel'] as const

/**
 * Connects workspaces beside the stage's own, until there are `count`, as the dialog does. Then loads the page anew, as a start does. The
 * servers end with the test.
 */
export async function connectAccounts(
  stage: Stage,
  page: Page,
  { count, conversations }: { readonly count: number; readonly conversations: number },
): Promise<readonly Account[]> {
  invariant(stage.app !== null, 'the app was started')
  await answerConnects(stage.app, 'Connect')
  const accounts: Account[] = [{ name: ACCOUNT_NAMES[0], server: stage.server, line: stage.line }]
  for (const name of ACCOUNT_NAMES.slice(1, count)) {
    const server = await startSandbox({ conversations, answers: false, key: KEY })
    const line = await startFaultProxy(server.port)
    onTestFinished(async () => {
      await line.close()
      await server.close()
    })
    accounts.push({ name, server, line })
  }
  const wanted = accounts.map(({ name, line }) => ({ name, baseUrl: line.url }))
  const names = await page.evaluate(connectAndName, { apiKey: KEY, wanted })
  invariant(names.join() === ACCOUNT_NAMES.slice(0, count).join(), 'every workspace is connected')
  await page.reload()
  return accounts
}

type Wanted = { readonly name: string; readonly baseUrl: string }

/** Runs in the page. The first workspace is there already. Returns the names of all. */
async function connectAndName({
  apiKey,
  wanted,
}: {
  readonly apiKey: string
  readonly wanted: readonly Wanted[]
}): Promise<readonly string[]> {
  const { bridge } = window
  const session = await bridge.readSession({})
  const ids = session.ok ? session.value.workspaces.map(({ id }) => id) : []
  for (const { baseUrl } of wanted.slice(1)) {
    const connected = await bridge.connectWorkspace({ apiKey, baseUrl })
    if (connected.ok) ids.push(connected.value.id)
  }
  for (const [index, workspaceId] of ids.entries())
    await bridge.renameWorkspace({ workspaceId, name: wanted[index]?.name ?? '' })
  await bridge.chooseWorkspace({ workspaceId: ids[0] ?? '' })
  const after = await bridge.readSession({})
  return after.ok ? after.value.workspaces.map(({ name }) => name) : []
}
