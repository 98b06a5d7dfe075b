import './ui/tokens.css'
import { askMain } from './first-answers.ts'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { makeAccountActions } from './account-actions.ts'
import { App } from './app.tsx'
import { drawAppMenu } from './commands/app-menu.ts'
import { bindKeys } from './commands/keys/bind-keys.ts'
import { keepSettings } from './commands/settings.ts'
import { callLater } from './db/commit-watch.ts'
import { setUnknownCustomer } from './db/unknown-customer.ts'
import { adoptUnknownDatabases, deleteForgotten } from './find-workspaces.ts'
import { followLayout } from './follow-layout.ts'
import { followLinks } from './links/follow-links.ts'
import { chooseColour, keepColours } from './live/colours.ts'
import { makeEngager } from './live/engage.ts'
import { makeLiveWorkspaces } from './live/live-workspaces.ts'
import { makeShown } from './live/shown.ts'
import { makeOthersStarter } from './live/start-others.ts'
import { followWaitingCount } from './live/waiting.ts'
import { makeWindowLock } from './lock-window.tsx'
import { saveTypedWhenAsked } from './save-typed.ts'
import { makeDeviceParts, makeKeySources } from './open-sealed.ts'
import type { RunningWorkspace } from './open-workspace.ts'
import { makeGateActions } from './sealing/gate-actions.ts'
import type { Session } from './shared/bridge.ts'
import { invariant, type Result } from './shared/failure.ts'
import { setManaged } from './shared/network/managed.ts'
import { setSystemLocale } from './shared/region/locale.ts'
import { recordStackFrames } from './shared/stack-frames.ts'
import { WITHOUT_CACHE } from './shared/lifecycle/start-without-cache.ts'
import { followSpelling } from './spelling/follow.ts'
import { startSpellingWorker } from './spelling/start-worker.ts'
import { text } from './strings/text.ts'
import { takeOldData } from './take-old-data.tsx'
import { showContrast } from './ui/contrast.ts'
import { isMac } from './ui/key-names.ts'
import { untilIdle } from './ui/until-idle.ts'

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

/** How long closing the workspaces may delay a reload, ms. */
const CLOSE_LIMIT_MS = 3_000

let session: Session
/** The page is about to reload, and nothing may be drawn any more. */
let isLocking = false

const KEY_SOURCES = makeKeySources(bridge)
const DEVICE_PARTS = makeDeviceParts(bridge, KEY_SOURCES)
const live = makeLiveWorkspaces()
const engage = makeEngager({
  ...{ live, bridge, keySources: KEY_SOURCES, reload },
  workspaces: {
    ...{ list: live.list, subscribe: live.subscribe, find: live.find },
    ...{ merged: live.merged, searchAll: live.searchAll },
    choose: (workspaceId) => shown.choose(workspaceId),
    showAll: () => shown.openAll(),
  },
  isWithoutCache: location.hash === WITHOUT_CACHE,
  isWanted: ({ id }) => !isLocking && session.workspaces.some((known) => known.id === id),
  async prepare(isShown) {
    setSession(await takeOldData({ bridge, session, root: isShown ? root : null, keySources: KEY_SOURCES }))
  },
})
const others = makeOthersStarter({
  ...{ known: () => (isLocking ? [] : session.workspaces), stageOf: live.stageOf, idle: untilIdle },
  engage: (workspace) => engage(workspace, false),
  wait: (ms) => new Promise((resolve) => void callLater(ms, () => resolve(null))),
})
const shown = makeShown({
  ...{ live, engage, startOthers: others.start, bridge, draw, readSession, atOnce: flushSync },
  bind: bindKeysAndMenu,
  isLocking: () => isLocking,
  session: () => session,
})

const accounts = makeAccountActions({
  ...{ bridge, live, shown, readSession, setSession, draw, begin },
  session: () => session,
})

async function start(): Promise<void> {
  // The next reload uses the cache again.
  if (location.hash === WITHOUT_CACHE) history.replaceState(null, '', '/')
  keepSettings(localStorage)
  showContrast()
  followLayout({ window, document, storage: localStorage })
  setUnknownCustomer(text('words.unknownCustomer'))
  bridge.onLock(makeWindowLock({ root, done: () => bridge.lockedPageDone({}), stop: stopDrawing }))
  saveTypedWhenAsked(bridge, () => live.running())
  bridge.onOpenConversation(shown.openNotified)
  followWaitingCount(live, bridge)
  await begin()
}

/** Opens the current workspace, or shows the lock. Nothing of a database is read before the app is unlocked. */
async function begin(): Promise<void> {
  await readSession()
  if (session.isLocked) return showLock()
  await deleteForgotten(bridge, session, callLater)
  // What an earlier version had queued must be known before anything is sent.
  setSession(await takeOldData({ bridge, session, root, keySources: KEY_SOURCES }))
  const isListIncomplete = session.listHealth === 'new' || session.listHealth === 'lost'
  // Look for unknown databases first: a saved key may belong to one of them.
  if (isListIncomplete) setSession((await adoptUnknownDatabases(bridge, session, callLater)) ?? session)
  shown.openCurrent(session.workspaces.find((workspace) => workspace.id === session.currentId) ?? null)
  if (isListIncomplete) return
  const adopted = await adoptUnknownDatabases(bridge, session, callLater)
  if (adopted === null) return
  setSession(adopted)
  void others.start()
  draw()
}

async function readSession(): Promise<void> {
  const [result, managed] = await askMain()
  invariant(result.ok, 'the main process always knows its session')
  if (managed.ok) setManaged(managed.value)
  setSystemLocale(result.value.locale)
  setSession(result.value)
}

function setSession(next: Session): void {
  session = next
  live.setKnown(session.workspaces, keepColours(workspaceIds(), localStorage))
  shown.update()
}

function recolour(workspaceId: string, colour: number): void {
  live.setKnown(session.workspaces, chooseColour(workspaceIds(), { workspaceId, colour }, localStorage))
}

function workspaceIds(): readonly string[] {
  return session.workspaces.map(({ id }) => id)
}

async function showLock(): Promise<void> {
  const lock = await bridge.readLock({})
  shown.setGate({ kind: 'locked', asks: lock.ok ? lock.value.asks : 'nothing' })
  draw()
}

async function unlock(): Promise<Result<boolean>> {
  const unlocked = await bridge.unlockApp({})
  if (unlocked.ok && unlocked.value) await begin()
  return unlocked
}

function stopDrawing(): readonly RunningWorkspace[] {
  isLocking = true
  shown.unbind()
  return live.running()
}

/** Loads the page anew. Running requests end first, so that their answers are stored. */
async function reload(): Promise<void> {
  await Promise.race([live.closeAll(), new Promise((resolve) => void callLater(CLOSE_LIMIT_MS, () => resolve(null)))])
  location.reload()
}

const gateActions = makeGateActions({
  ...{ bridge, keySources: KEY_SOURCES, unlock },
  tryAgain() {
    others.again()
    return shown.tryAgain()
  },
  sealed() {
    const gate = shown.gate()
    return gate?.kind === 'sealed' ? gate.workspace : null
  },
})

/** Binds the keys and the app menu of an open workspace. */
function bindKeysAndMenu(read: () => RunningWorkspace): () => void {
  const stops = [bindKeys(window, read), drawAppMenu(bridge, read), followLinks(bridge)]
  // macOS checks spelling itself.
  if (!isMac()) {
    stops.push(followSpelling({ db: read().db, bridge, document, startWorker: startSpellingWorker }))
  }
  return () => stops.forEach((stop) => stop())
}

function draw(): void {
  if (isLocking) return
  root.render(
    <StrictMode>
      <App
        bridge={bridge}
        session={session}
        open={shown.workspace()}
        live={live}
        gate={shown.gate()}
        gateActions={gateActions}
        onConnect={accounts.connect}
        onOpenDemo={accounts.openDemo}
        onChoose={shown.choose}
        onShowAll={shown.openAll}
        onReload={reload}
        onRename={accounts.rename}
        onRecolour={recolour}
        onForget={accounts.forget}
        deviceParts={DEVICE_PARTS}
        onRestored={() => void reload()}
      />
    </StrictMode>,
  )
}

void start()
