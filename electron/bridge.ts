import type { Bridge, Workspace } from '../src/shared/bridge.ts'
import { failed, type Result, success } from '../src/shared/failure.ts'
import type { Account } from './api/client.ts'
import type { ConversationsApi } from './api/conversations.ts'
import type { RateLimit, Urgency } from './api/rate-limit.ts'
import { makeSingleFlight } from './api/single-flight.ts'
import { connectWorkspace } from './connect.ts'
import type { Demo } from './demo.ts'
import { type LinkOpener, openLink } from './links.ts'
import type { Workspaces } from './workspaces.ts'

export type BridgeParts = {
  readonly workspaces: Workspaces
  readonly api: ConversationsApi
  readonly demo: Demo
  readonly links: LinkOpener
  /** One for each key. */
  readonly makeLimit: () => RateLimit
  readonly about: { readonly appVersion: string; readonly platform: string }
}

/** The handlers behind the bridge. They know nothing of Electron, so that they also run in a plain Node process. */
export function makeBridge(parts: BridgeParts): Bridge {
  const { workspaces, api, demo, links, about } = parts
  const within = makeAccountLookup(workspaces, parts.makeLimit)
  const singleFlight = makeSingleFlight()
  return {
    readSession: async () => success({ workspaces: workspaces.list(), currentId: workspaces.currentId, ...about }),
    connectWorkspace: (input) => connectWorkspace(parts, input),
    openDemo: async () => success(await demo.open()),
    chooseWorkspace: async ({ workspaceId }) => known(workspaces.choose(workspaceId)),
    forgetWorkspace: async ({ workspaceId }) => {
      if (!(await demo.end(workspaceId))) workspaces.forget(workspaceId)
      return success(null)
    },

    listConversations: ({ workspaceId, ...input }) =>
      within(workspaceId, 'read', (account) => api.listConversations(account, input)),
    readConversation: ({ workspaceId, ...input }) =>
      within(workspaceId, 'read', (account) => api.readConversation(account, input)),
    createConversation: ({ workspaceId, ...input }) =>
      singleFlight.run({ workspaceId, opId: input.opId, conversationId: null }, () =>
        within(workspaceId, 'send', (account) => api.createConversation(account, input)),
      ),
    sendMessage: ({ workspaceId, ...input }) =>
      singleFlight.run({ workspaceId, ...input }, () =>
        within(workspaceId, 'send', (account) => api.sendMessage(account, input)),
      ),
    updateConversation: ({ workspaceId, ...input }) =>
      singleFlight.run({ workspaceId, ...input }, () =>
        within(workspaceId, 'send', (account) => api.updateConversation(account, input)),
      ),
    closeConversation: ({ workspaceId, ...input }) =>
      singleFlight.run({ workspaceId, ...input }, () =>
        within(workspaceId, 'send', (account) => api.closeConversation(account, input)),
      ),

    openLink: ({ url }) => openLink(links, url),
  }
}

/** Finds the account that a call goes out under, and makes no call without one. A call waits here for its turn within the API's budget. */
function makeAccountLookup(workspaces: Workspaces, makeLimit: () => RateLimit) {
  const limits = new Map<string, RateLimit>()
  return async function within<T>(
    workspaceId: string,
    urgency: Urgency,
    call: (account: Account) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const limit = limits.get(workspaceId) ?? makeLimit()
    limits.set(workspaceId, limit)
    await limit.admit(urgency)
    const account = workspaces.account(workspaceId)
    if (account !== null) return await call(account)
    // No key rather than no workspace even when both are gone: an op then waits for a key, and is not refused for good.
    return failed({
      kind: 'unauthorized',
      status: 0,
      words: 'There is no API key for this workspace on this device.',
    })
  }
}

function known(workspace: Workspace | null): Result<Workspace> {
  return workspace === null
    ? failed({ kind: 'refused', words: 'This workspace is not on this device any more.' })
    : success(workspace)
}
