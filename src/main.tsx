import './ui/tokens.css'
import Dexie from 'dexie'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { bindKeys } from './commands/keys.ts'
import { deleteOldDemos, openWorkspace, type RunningWorkspace } from './open-workspace.ts'
import type { Session, Workspace } from './shared/bridge.ts'
import { invariant, type Result } from './shared/failure.ts'
import { select, showView, useView } from './view.ts'

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
let unbindKeys = (): void => {}

async function start(): Promise<void> {
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
  unbindKeys()
  select(null)
  showView('inbox', null)
  useView.setState({
    reachability: { checkedAt: null, failure: null, isFirstSync: true },
    listedIds: [],
    takingBack: null,
    dialog: 'none',
  })
  running = workspace === null ? null : openWorkspace(workspace, bridge)
  unbindKeys = running === null ? () => {} : bindKeys(window, running)
  draw()
  if (workspace?.kind === 'demo') void deleteOldDemos(workspace.databaseName)
}

async function enter(result: Promise<Result<Workspace>>): Promise<Result<Workspace>> {
  const entered = await result
  if (entered.ok) {
    await readSession()
    open(entered.value)
  }
  return entered
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
        onForget={forget}
      />
    </StrictMode>,
  )
}

void start()
