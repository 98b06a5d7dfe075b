import { session } from 'electron'
import { makeAssetHandler, readManifest } from '../guards/assets.ts'
import { makeDevHandler } from '../guards/dev-server.ts'
import { requestPolicy } from '../guards/navigation.ts'
import { SCHEME } from '../guards/origin.ts'
import { guardSession } from '../guards/page-guards.ts'
import type { Log } from '../storage/log.ts'
import { PAGE_PARTITION } from '../storage/partition.ts'
import type { PageHandler } from './plain-page.ts'
import { withStopPage } from './recovery/stop-page.ts'
import { keepDictionariesOut } from './spelling.ts'

/** Serves the window's page behind its guards: from the built files, or in development from Vite's server. */
export async function servePage(
  rendererFolder: string,
  devOrigin: string | null,
  log: Log,
  withOwnPages: (handler: PageHandler) => PageHandler,
): Promise<void> {
  // Electron opens it at every start and uses it when a window names no session. Nothing loads there, not even our own page.
  await guardSession(session.defaultSession, devOrigin, log, () => false)
  keepDictionariesOut(session.defaultSession, process.platform)
  await servePartition(PAGE_PARTITION, rendererFolder, devOrigin, log, withOwnPages)
}

/** Serves the built files in another session, behind the same guards. */
export async function servePartition(
  partition: string,
  rendererFolder: string,
  devOrigin: string | null,
  log: Log,
  withOwnPages = (handler: PageHandler): PageHandler => handler,
): Promise<void> {
  const page = session.fromPartition(partition)
  await guardSession(page, devOrigin, log, requestPolicy)
  keepDictionariesOut(page, process.platform)
  const handler = devOrigin === null ? makeAssetHandler(() => readManifest(rendererFolder)) : makeDevHandler(devOrigin)
  page.protocol.handle(SCHEME, withOwnPages(withStopPage(handler)))
}
