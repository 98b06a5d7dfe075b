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
import { setUnknownCustomer } from './db/unknown-customer.ts'
import { deleteForgotten, describeDatabase, readKeyProofs, adoptUnknownDatabases } from './find-workspaces.ts'
import { makeWindowLock } from './lock-window.tsx'
import { makeDeviceParts, makeKeySources } from './open-sealed.ts'
import { deleteOldDemos, openWorkspace, type RunningWorkspace } from './open-workspace.ts'
import type { Gate, GateActions } from './sealing/gate.ts'
import { readKey, tryDelete } from './sealing/read-key.ts'
import type { Session, Workspace } from './shared/bridge.ts'
import { invariant, type Result } from './shared/failure.ts'
import { setSystemLocale } from './shared/region/locale.ts'
import { recordStackFrames } from './shared/stack-frames.ts'
import { WITHOUT_CACHE } from './shared/start-without-cache.ts'
import { text } from './strings/text.ts'
import { takeOldData } from './take-old-data.tsx'
import { resetView } from './view.ts'
import type { ConnectInput } from './welcome/connect-input.ts'

/**
 * Start here. Asks the main process which workspace to open, opens it, and renders the app. Later
 * changes go through the database, which the panes read live.
 */
recordStackFrames()

const { bridge } = window
const element = document.getElementById('root')
invariant(element !== null, 'index.html holds the root')
const root = createRoot(element)

// Libraries that inject <style>, such as the scroll lock of dialogs, read this name. The policy allows no other style.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
Object.assign(globalThis, { __webpack_nonce__: nonce })

let session: Session
let running: RunningWorkspace | null = null
let gate: Gate | null = null
let unbind = (): void => {}
/** The page is about to reload, and nothing may be drawn any more. */
let isLocking = false
/** Until the first workspace is opened. */
let isWithoutCache = location.hash === WITHOUT_CACHE
/** Counts openings: an answer about the key of an earlier one is ignored. */
let opening = 0

async function start(): Promise<void> {
  // The next reload uses the cache again.
  if (isWithoutCache) history.replaceState(null, '', '/')
  keepSettings(localStorage)
  setUnknownCustomer(text('words.unknownCustomer'))
  bridge.onLock(makeWindowLock({ root, done: () => bridge.lockedPageDone({}), stop: stopDrawing }))
  await begin()
}

/** Opens the current workspace, or shows the lock. Nothing of a database is read before the app is unlocked. */
async function begin(): Promise<void> {
  await readSession()
  if (session.isLocked) return showLock()
  await deleteForgotten(bridge, session, callLater)
  // What an earlier version had queued must be known before anything is sent.
  session = await takeOldData({ bridge, session, root, keySources: KEY_SOURCES })
  const isListIncomplete = session.listHealth === 'new' || session.listHealth === 'lost'
  // Look for unknown databases first: a saved key may belong to one of them.
  if (isListIncomplete) session = (await adoptUnknownDatabases(bridge, session, callLater)) ?? session
  open(session.workspaces.find((workspace) => workspace.id === session.currentId) ?? null)
  if (isListIncomplete) return
  const adopted = await adoptUnknownDatabases(bridge, session, callLater)
  if (adopted === null) return
  session = adopted
  draw()
}

async function readSession(): Promise<void> {
  const result = await bridge.readSession({})
  invariant(result.ok, 'the main process always knows its session')
  session = result.value
  setSystemLocale(session.locale)
}

async function showLock(): Promise<void> {
  const lock = await bridge.readLock({})
  gate = { kind: 'locked', asks: lock.ok ? lock.value.asks : 'nothing' }
  draw()
}

async function unlock(): Promise<Result<boolean>> {
  const unlocked = await bridge.unlockApp({})
  if (unlocked.ok && unlocked.value) await begin()
  return unlocked
}

function stopDrawing(): RunningWorkspace | null {
  isLocking = true
  unbind()
  return running
}

/** Opens a workspace instead of the current one. The same workspace again only gets its new key. */
function open(workspace: Workspace | null): void {
  if (workspace !== null && workspace.databaseName === running?.workspace.databaseName) {
    running = { ...running, workspace }
    running.resume()
    void describeDatabase(running.db, bridge, workspace.id)
    return draw()
  }
  void running?.close()
  unbind()
  unbind = () => {}
  resetView()
  running = null
  opening += 1
  gate = workspace === null ? null : { kind: 'reading-key', workspace }
  draw()
  if (workspace !== null) void enterWithKey(workspace)
}

/** Opens the workspace if its data can be opened, and otherwise shows why not. */
async function enterWithKey(workspace: Workspace): Promise<void> {
  const current = opening
  const reading = await readKey(workspace, KEY_SOURCES)
  // There may have been no key for it before.
  if (reading.state === 'open') session = await takeOldData({ bridge, session, root, keySources: KEY_SOURCES })
  if (current !== opening || isLocking) return
  if (reading.state === 'open') {
    const { key: dataKey, protection } = reading
    gate = null
    running = openWorkspace(workspace, bridge, { isWithoutCache, dataKey, protection })
    isWithoutCache = false
    unbind = bindKeysAndMenu(running)
    if (workspace.kind === 'demo') void deleteOldDemos(workspace.databaseName)
  } else if (reading.state === 'choose') gate = { kind: 'choose', workspace }
  else gate = { kind: 'sealed', workspace, why: reading.why }
  draw()
}

const KEY_SOURCES = makeKeySources(bridge)
const DEVICE_PARTS = makeDeviceParts(bridge, KEY_SOURCES)

const gateActions: GateActions = {
  unlock,
  async choose(choice) {
    const chosen = await bridge.chooseWithoutKeychain({ choice })
    if (chosen.ok) await tryAgain()
    return chosen
  },
  tryAgain,
  restart: () => bridge.restartApp({}),
  async deleteData() {
    if (gate?.kind !== 'sealed') return false
    const { id: workspaceId, databaseName } = gate.workspace
    const isDeleted = await tryDelete(databaseName, KEY_SOURCES)
    if (!isDeleted || !(await bridge.discardDataKey({ workspaceId })).ok) return false
    await tryAgain()
    return true
  },
}

async function tryAgain(): Promise<void> {
  if (gate?.kind === 'choose' || gate?.kind === 'sealed') await enterWithKey(gate.workspace)
}

/** Binds the keys and the app menu of an open workspace. */
function bindKeysAndMenu(workspace: RunningWorkspace): () => void {
  const stops = [bindKeys(window, workspace), drawAppMenu(bridge, workspace)]
  return () => stops.forEach((stop) => stop())
}

async function enter(result: Promise<Result<Workspace>>): Promise<Result<Workspace>> {
  const workspace = await result
  if (workspace.ok) {
    await readSession()
    open(workspace.value)
  }
  return workspace
}

/** Connects with a key. Without a workspace id, the key may belong to a workspace whose key is missing, which then continues. */
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
  const workspace = session.workspaces.find(({ id }) => id === workspaceId)
  if (workspace === undefined) return
  const { databaseName } = workspace
  const result = await bridge.forgetWorkspace({ workspaceId })
  if (!result.ok) return
  if (running?.workspace.id === workspaceId) open(null)
  // Main has written down that this database goes. The mark is for the case that its file is lost too.
  await markForgotten(databaseName, true)
  await Dexie.delete(databaseName)
  await begin()
}

function draw(): void {
  if (isLocking) return
  root.render(
    <StrictMode>
      <App
        session={session}
        open={running}
        gate={gate}
        gateActions={gateActions}
        onConnect={(input) => enter(connect(input))}
        onOpenDemo={() => enter(bridge.openDemo({}))}
        onChoose={(workspaceId) => enter(bridge.chooseWorkspace({ workspaceId }))}
        onRename={rename}
        onForget={forget}
        deviceParts={DEVICE_PARTS}
        onRestored={() => location.reload()}
      />
    </StrictMode>,
  )
}

void start()
