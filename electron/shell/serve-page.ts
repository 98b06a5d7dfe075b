import { protocol, session } from 'electron'
import { makeAssetHandler, readManifest } from '../guards/assets.ts'
import { makeDevHandler } from '../guards/dev-server.ts'
import { SCHEME } from '../guards/origin.ts'
import { guardSession } from '../guards/page-guards.ts'
import type { Log } from '../storage/log.ts'
import { withStopPage } from './recovery/stop-page.ts'
import { keepDictionariesOut } from './spelling.ts'

/** Serves the window's page behind its guards: from the built files, or in development from Vite's server. */
export async function servePage(rendererFolder: string, devOrigin: string | null, log: Log): Promise<void> {
  await guardSession(session.defaultSession, devOrigin, log)
  keepDictionariesOut(session.defaultSession, process.platform)
  const handler = devOrigin === null ? makeAssetHandler(() => readManifest(rendererFolder)) : makeDevHandler(devOrigin)
  protocol.handle(SCHEME, withStopPage(handler))
}
