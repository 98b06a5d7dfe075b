import { randomUUID } from 'node:crypto'
import type { Bridge, Session, Workspace } from '../src/shared/bridge.ts'
import type { OpenedDatabase } from '../src/shared/op-backup.ts'
import { failed, type Result, success } from '../src/shared/failure.ts'
import type { ApiAccount } from './api/client.ts'
import type { Urgency } from './api/rate-limit.ts'
import type { BridgeParts } from './parts/bridge-parts.ts'
import { makeSingleFlight } from './api/single-flight.ts'
import { makeAccountLookup } from './accounts/account-lookup.ts'
import { connectWorkspace } from './accounts/connect.ts'
import { adoptDatabases, describeWorkspace } from './accounts/found-workspaces.ts'
import { openLink } from './guards/links.ts'
import { closeWhileLocked } from './sealing/closed-bridge.ts'
import { text } from './strings/text.ts'

/** The handlers of the bridge. They do not import Electron, so that they also run in a plain Node process. */
export function makeBridge(parts: BridgeParts): Bridge {
  const { workspaces, apiOf, demo, links, backups, unsent, appearance, about, locale, sealing } = parts
  const withAccount = makeAccountLookup(parts)
  const singleFlight = makeSingleFlight()
  function sessionOf(): Session {
    const { currentId, health: listHealth } = workspaces
    const forgottenDatabases = parts.forgetting.databaseNames()
    return {
      workspaces: workspaces.list(),
      currentId,
      listHealth,
      forgottenDatabases,
      withoutKeychain: sealing.withoutKeychain(),
      isLocked: sealing.isLocked(),
      locale,
      ...about,
    }
  }
  /** A workspace with a print was opened before. A new database whose backup knows no earlier one means that both were lost. */
  function withLoss(workspaceId: string, installId: string | null, opened: OpenedDatabase | undefined): OpenedDatabase {
    if (opened === undefined) return demoDatabase(installId)
    const wasOpened = workspaces.keyPrintOf(workspaceId) !== null && backups.areKept()
    const isCopyLost = installId === null && !opened.isLost && wasOpened
    return isCopyLost ? { ...opened, isLost: true, isCopyLost } : opened
  }
  /** Sends one mutation at a time for each op and conversation. The backup records the request just before it is sent, and then its outcome. */
  function mutate<T>(
    mutation: { readonly workspaceId: string; readonly opId: string; readonly conversationId: string | null },
    call: (account: ApiAccount) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return singleFlight.run(mutation, () =>
      withAccount(mutation.workspaceId, 'send', async (account) => {
        backups.noteRequest(mutation.workspaceId, mutation.opId)
        const answer = await call(account)
        backups.noteAnswer(mutation.workspaceId, mutation.opId, answer)
        return answer
      }),
    )
  }
  const handlers: Bridge = {
    readSession: async () => {
      sealing.pageStarted()
      return success(sessionOf())
    },
    describeWorkspace: async ({ workspaceId }) => success(await describeWorkspace(workspaces, workspaceId)),
    adoptDatabases: async ({ found, missing }) => {
      const forgotten = parts.forgetting.databaseNames()
      const wanted = found.filter(({ databaseName }) => !forgotten.includes(databaseName))
      await adoptDatabases(workspaces, wanted, missing)
      return success(sessionOf())
    },
    connectWorkspace: (input) => connectWorkspace(parts, input),
    openDemo: async () => success(await demo.open()),
    chooseWorkspace: async ({ workspaceId }) => knownOrRefused(workspaces.choose(workspaceId)),
    renameWorkspace: async ({ workspaceId, name }) => workspaces.rename(workspaceId, name),
    forgetWorkspace: async ({ workspaceId }) => {
      const workspace = workspaces.find(workspaceId)
      parts.requests.forget(workspaceId)
      if (workspace === null || (await demo.end(workspaceId))) return success(null)
      parts.forgetting.forget(workspace)
      await parts.carryOver.forget(workspace.databaseName)
      unsent.forget(workspaceId)
      return success(null)
    },
    endForgetting: async ({ databaseNames }) => {
      parts.forgetting.end(databaseNames)
      return success(null)
    },

    listConversations: ({ workspaceId, isBackground, ...input }) =>
      withAccount(workspaceId, urgencyOf(isBackground), (account) =>
        apiOf(workspaceId).listConversations(account, input),
      ),
    readConversation: ({ workspaceId, isBackground, ...input }) =>
      withAccount(workspaceId, urgencyOf(isBackground), (account) =>
        apiOf(workspaceId).readConversation(account, input),
      ),
    createConversation: ({ workspaceId, ...input }) =>
      mutate({ workspaceId, opId: input.opId, conversationId: null }, (account) =>
        apiOf(workspaceId).createConversation(account, input),
      ),
    sendMessage: ({ workspaceId, ...input }) =>
      mutate({ workspaceId, ...input }, (account) => apiOf(workspaceId).sendMessage(account, input)),
    updateConversation: ({ workspaceId, ...input }) =>
      mutate({ workspaceId, ...input }, (account) => apiOf(workspaceId).updateConversation(account, input)),
    closeConversation: ({ workspaceId, ...input }) =>
      mutate({ workspaceId, ...input }, (account) => apiOf(workspaceId).closeConversation(account, input)),

    openedDatabase: async ({ workspaceId, installId }) =>
      success(withLoss(workspaceId, installId, backups.find(workspaceId)?.opened(installId))),
    recallOps: async ({ workspaceId, opIds }) => success(backups.find(workspaceId)?.recall(opIds) ?? []),
    rememberOps: async ({ workspaceId, ops }) => {
      backups.find(workspaceId)?.remember(ops)
      return success(null)
    },
    forgetOps: async ({ workspaceId, opIds }) => {
      backups.find(workspaceId)?.forget(opIds)
      return success(null)
    },

    reportUnsent: async ({ workspaceId, ...counts }) => {
      unsent.report(workspaceId, counts)
      return success(null)
    },

    reportBrokenPart: async (broken) => {
      parts.log('not-drawn', broken)
      return success(null)
    },

    readLook: async () => success(appearance.read()),
    setLook: async (change) => success(appearance.change(change)),
    readSpeed: async () => success(parts.speed()),
    reportProblem: async () => {
      parts.reportProblem()
      return success(null)
    },
    ...parts.updates,
    ...parts.requestReading,
    ...parts.notifications,
    ...parts.badge,
    answerSpelling: parts.spelling.answerSpelling,
    ...sealing.bridge,
    ...parts.network.bridge,
    ...parts.carryOver.bridge,
    ...parts.background,
    typedSaved: async () => {
      parts.typedSaved()
      return success(null)
    },
    readWaitingLink: (input) => parts.appLinks.readWaitingLink(input),
    takeLink: (input) => parts.appLinks.takeLink(input),
    ...parts.deviceBackups.bridge,

    openLink: ({ url }) => openLink(links, url),
    saveExport: parts.exporter.saveExport,
    beginExport: parts.exporter.beginExport,
    appendExport: parts.exporter.appendExport,
    endExport: parts.exporter.endExport,
    showMenu: async ({ sections }) => {
      parts.showMenu(sections)
      return success(null)
    },
  }
  return closeWhileLocked(handlers, () => sealing.isLocked())
}

function urgencyOf(isBackground: boolean | undefined): Urgency {
  return isBackground === true ? 'background' : 'read'
}

/** The demo's database is new at each start and has no backup. */
function demoDatabase(installId: string | null): OpenedDatabase {
  return { installId: installId ?? randomUUID(), isLost: false, lostOps: [], unreadableOps: 0, rememberedIds: [] }
}

function knownOrRefused(workspace: Workspace | null): Result<Workspace> {
  return workspace === null ? failed({ kind: 'refused', words: text('account.workspaceGone') }) : success(workspace)
}
