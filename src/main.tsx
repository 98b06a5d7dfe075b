import './ui/tokens.css'
import Dexie from 'dexie'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { drawAppMenu } from './commands/app-menu.ts'
import { bindKeys } from './commands/keys/bind-keys.ts'
import { keepSettings } from './commands/settings.ts'
import { callLater } from './db/commit-watch.ts'
import { markForgotten } from './db/own-record.ts'
import { describeDatabase, readKeyProofs, adoptUnknownDatabases } from './find-workspaces.ts'
import { deleteOldDemos, openWorkspace, type RunningWorkspace } from './open-workspace.ts'
import type { Session, Workspace } from './shared/bridge.ts'
import { invariant, type Result } from './shared/failure.ts'
import { setSystemLocale } from './shared/region/locale.ts'
import { WITHOUT_CACHE } from './shared/start-without-cache.ts'
import { resetView } from './view.ts'
import type { ConnectInput } from './welcome/connect-input.ts'

/**
 * Start here. Asks the main process what there is to open, opens it, and draws. Everything that
 * changes by itself afterwards does so through the database: panes read it live.
 */
const { bridge } = window
const element = document.getElementById('root')
invariant(element !== null, 'index.html holds the root')
const root = createRoot(element)

// Libraries that inject <style> (scroll locks of dialogs) ask for this name; the policy lets no other style in.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
Object.assign(globalThis, { __webpack_nonce__: nonce })

let session: Session
let running: RunningWorkspace | null = null
let unbind = (): void => {}
/** Until the first workspace is opened. */
let isWithoutCache = location.hash === WITHOUT_CACHE

async function start(): Promise<void> {
  // The next reload is an ordinary one.
  if (isWithoutCache) history.replaceState(null, '', '/')
  keepSettings(localStorage)
  await readSession()
  const mayMissSome = session.listHealth === 'new' || session.listHealth === 'lost'
  // Before anything is opened: a key at hand may belong to a database that is already here.
  if (mayMissSome) session = (await adoptUnknownDatabases(bridge, session, callLater)) ?? session
  open(session.workspaces.find((workspace) => workspace.id === session.currentId) ?? null)
  if (mayMissSome) return
  const taken = await adoptUnknownDatabases(bridge, session, callLater)
  if (taken === null) return
  session = taken
  draw()
}

async function readSession(): Promise<void> {
  const result = await bridge.readSession({})
  invariant(result.ok, 'the main process always knows its session')
  session = result.value
  setSystemLocale(session.locale)
}

/** Opens a workspace in place of the one that is open; the same one again only gets its new key. */
function open(workspace: Workspace | null): void {
  if (workspace !== null && workspace.databaseName === running?.workspace.databaseName) {
    running = { ...running, workspace }
    running.resume()
    void describeDatabase(running.db, bridge, workspace.id)
    return draw()
  }
  running?.close()
  unbind()
  resetView()
  running = workspace === null ? null : openWorkspace(workspace, bridge, { isWithoutCache })
  if (workspace !== null) isWithoutCache = false
  unbind = running === null ? () => {} : bindHands(running)
  draw()
  if (workspace?.kind === 'demo') void deleteOldDemos(workspace.databaseName)
}

/** The keys and the application menu of an open workspace. */
function bindHands(workspace: RunningWorkspace): () => void {
  const stops = [bindKeys(window, workspace), drawAppMenu(bridge, workspace)]
  return () => stops.forEach((stop) => stop())
}

async function enter(result: Promise<Result<Workspace>>): Promise<Result<Workspace>> {
  const entered = await result
  if (entered.ok) {
    await readSession()
    open(entered.value)
  }
  return entered
}

/** A key for no workspace in particular may be that of one whose key is missing: what waits there goes on. */
async function connect(input: ConnectInput): Promise<Result<Workspace>> {
  const proofs = input.workspaceId === undefined ? await readKeyProofs(session.workspaces) : []
  return bridge.connectWorkspace({ ...input, ...(proofs.length > 0 && { proofs }) })
}

async function rename(workspaceId: string, name: string): Promise<Result<Workspace>> {
  const renamed = await bridge.renameWorkspace({ workspaceId, name })
  if (renamed.ok) {
    await readSession()
    if (running?.workspace.id === workspaceId) {
      running = { ...running, workspace: renamed.value }
      void describeDatabase(running.db, bridge, workspaceId)
    }
    draw()
  }
  return renamed
}

async function forget(workspaceId: string): Promise<void> {
  const workspace = session.workspaces.find((one) => one.id === workspaceId)
  if (workspace === undefined) return
  const { databaseName } = workspace
  await markForgotten(databaseName, true)
  const result = await bridge.forgetWorkspace({ workspaceId })
  if (!result.ok) return void (await markForgotten(databaseName, false))
  if (running?.workspace.id === workspaceId) open(null)
  await Dexie.delete(databaseName)
  await start()
}

function draw(): void {
  root.render(
    <StrictMode>
      <App
        session={session}
        open={running}
        onConnect={(input) => enter(connect(input))}
        onOpenDemo={() => enter(bridge.openDemo({}))}
        onChoose={(workspaceId) => enter(bridge.chooseWorkspace({ workspaceId }))}
        onRename={rename}
        onForget={forget}
      />
    </StrictMode>,
  )
}

void start()
