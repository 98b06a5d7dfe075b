import './ui/tokens.css'
import Dexie from 'dexie'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { drawAppMenu } from './commands/app-menu.ts'
import { bindKeys } from './commands/bind-keys.ts'
import { keepSettings } from './commands/settings.ts'
import { deleteOldDemos, openWorkspace, type RunningWorkspace } from './open-workspace.ts'
import type { Session, Workspace } from './shared/bridge.ts'
import { invariant, type Result } from './shared/failure.ts'
import { WITHOUT_CACHE } from './shared/start-without-cache.ts'
import { resetView } from './view.ts'

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
  open(session.workspaces.find((workspace) => workspace.id === session.currentId) ?? null)
}

async function readSession(): Promise<void> {
  const result = await bridge.readSession({})
  invariant(result.ok, 'the main process always knows its session')
  session = result.value
}

/** Opens a workspace in place of the one that is open; the same one again only gets its new key. */
function open(workspace: Workspace | null): void {
  if (workspace !== null && workspace.databaseName === running?.workspace.databaseName) {
    running = { ...running, workspace }
    running.resume()
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

async function rename(workspaceId: string, name: string): Promise<Result<Workspace>> {
  const renamed = await bridge.renameWorkspace({ workspaceId, name })
  if (renamed.ok) {
    await readSession()
    if (running?.workspace.id === workspaceId) running = { ...running, workspace: renamed.value }
    draw()
  }
  return renamed
}

async function forget(workspaceId: string): Promise<void> {
  const workspace = session.workspaces.find((one) => one.id === workspaceId)
  const result = await bridge.forgetWorkspace({ workspaceId })
  if (!result.ok || workspace === undefined) return
  if (running?.workspace.id === workspaceId) open(null)
  await Dexie.delete(workspace.databaseName)
  await start()
}

function draw(): void {
  root.render(
    <StrictMode>
      <App
        session={session}
        open={running}
        onConnect={(input) => enter(bridge.connectWorkspace(input))}
        onOpenDemo={() => enter(bridge.openDemo({}))}
        onChoose={(workspaceId) => enter(bridge.chooseWorkspace({ workspaceId }))}
        onRename={rename}
        onForget={forget}
      />
    </StrictMode>,
  )
}

void start()
