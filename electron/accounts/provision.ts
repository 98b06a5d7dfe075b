import type { ApiAccount } from '../api/client.ts'
import { isApiKey } from './api-key.ts'
import { checkBaseUrl } from './base-url.ts'
import type { Demo } from './demo.ts'
import { takeKeyFile } from './key-file.ts'
import { text } from '../strings/text.ts'
import type { WorkspaceStore } from './workspaces.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What the environment variables ask for. `why` is a sentence for the administrator who set them. */
export type Provision =
  | { readonly ask: 'nothing' }
  | { readonly ask: 'demo' }
  | { readonly ask: 'account'; readonly account: ApiAccount }
  | { readonly ask: 'impossible'; readonly why: string }

/**
 * Reads the variables that managed roll-outs, tests and the demo command set, and deletes the key from the environment, because
 * Electron passes the environment to the preload of every window. On Linux that is too late for the key itself: processes that Chromium
 * forked before have it in their memory. A key in a file (CLARION_API_KEY_FILE) reaches no other process.
 */
export function takeProvision(env: Record<string, string | undefined>): Provision {
  const requested = readProvision(env)
  delete env['CLARION_API_KEY']
  delete env['CLARION_API_KEY_FILE']
  return requested
}

function readProvision(env: Environment): Provision {
  const { CLARION_API_URL: url, CLARION_API_KEY: value, CLARION_API_KEY_FILE: path, CLARION_WORKSPACE: workspace } = env
  if (workspace === 'demo') return { ask: 'demo' }
  if (url === undefined && value === undefined && path === undefined) return { ask: 'nothing' }
  if (url === undefined || (value === undefined && path === undefined)) {
    return { ask: 'impossible', why: text('start.provision.incomplete') }
  }
  if (value !== undefined && path !== undefined) return { ask: 'impossible', why: text('start.provision.both') }
  const checked = checkBaseUrl(url)
  if (!checked.ok) return { ask: 'impossible', why: `CLARION_API_URL: ${checked.why}` }
  const taken = path === undefined ? null : takeKeyFile(path)
  if (taken?.ok === false) return { ask: 'impossible', why: `CLARION_API_KEY_FILE ${taken.why}` }
  const key = (taken?.text ?? value ?? '').trim()
  if (!isApiKey(key)) return { ask: 'impossible', why: text('start.provision.invalidKey') }
  return { ask: 'account', account: { baseUrl: checked.baseUrl, apiKey: key } }
}

/** Adds the workspace without asking the server, so that a first start works offline. A known workspace only gets its missing key. */
export async function provision(
  requested: Provision,
  parts: { readonly workspaces: WorkspaceStore; readonly demo: Demo },
): Promise<void> {
  const { workspaces, demo } = parts
  if (requested.ask === 'demo') await demo.open()
  if (requested.ask !== 'account') return
  const known = workspaces.findByKey(requested.account)
  if (known === null) workspaces.add(requested.account)
  else if (known.key === 'missing') workspaces.giveKey(known.id, requested.account)
}
