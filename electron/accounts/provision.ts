import type { ApiAccount } from '../api/client.ts'
import { isApiKey } from './api-key.ts'
import { checkBaseUrl } from './base-url.ts'
import type { Demo } from './demo.ts'
import type { WorkspaceStore } from './workspaces.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What the environment asks for; `why` is a sentence for whoever set it. */
export type Provision =
  | { readonly ask: 'nothing' }
  | { readonly ask: 'demo' }
  | { readonly ask: 'account'; readonly account: ApiAccount }
  | { readonly ask: 'impossible'; readonly why: string }

/**
 * Reads the environment of managed roll-outs, tests and the demo command, and takes the key out of it: Electron
 * hands the environment on to every window's preload.
 */
export function takeProvision(env: Record<string, string | undefined>): Provision {
  const asked = readProvision(env)
  delete env['CLARION_API_KEY']
  return asked
}

function readProvision(env: Environment): Provision {
  const { CLARION_API_URL: url, CLARION_API_KEY: key, CLARION_WORKSPACE: workspace } = env
  if (workspace === 'demo') return { ask: 'demo' }
  if (url === undefined && key === undefined) return { ask: 'nothing' }
  if (url === undefined || key === undefined) {
    return { ask: 'impossible', why: 'CLARION_API_URL and CLARION_API_KEY go together: one of them is not set.' }
  }
  const checked = checkBaseUrl(url)
  if (!checked.ok) return { ask: 'impossible', why: `CLARION_API_URL: ${checked.why}` }
  if (!isApiKey(key.trim()))
    return { ask: 'impossible', why: 'CLARION_API_KEY is not an API key: it is empty, or holds spaces or accents.' }
  return { ask: 'account', account: { baseUrl: checked.baseUrl, apiKey: key.trim() } }
}

/** Makes the asked-for workspace without asking the server, so that a first start offline works too. A known one only gets its key again. */
export async function provision(
  asked: Provision,
  parts: { readonly workspaces: WorkspaceStore; readonly demo: Demo },
): Promise<void> {
  const { workspaces, demo } = parts
  if (asked.ask === 'demo') await demo.open()
  if (asked.ask !== 'account') return
  const known = workspaces.findByKey(asked.account)
  if (known === null) workspaces.add(asked.account)
  else if (known.key === 'missing') workspaces.giveKey(known.id, asked.account)
}
