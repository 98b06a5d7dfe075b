import type { KeyInput } from '../window-keys.ts'
import { START_URL } from '../../guards/origin.ts'
import { text, type TextId } from '../../strings/text.ts'
import { type PageHandler, plainResponse } from '../plain-page.ts'

/** Why the window shows this page instead of the app. */
export type StopReason = 'crashed' | 'not-loaded'

/** The actions of its buttons. */
export type StopAction = 'reload' | 'start-without-cache' | 'open-log' | 'report-problem'

const REASONS: readonly StopReason[] = ['crashed', 'not-loaded']
const ACTIONS: readonly StopAction[] = ['reload', 'start-without-cache', 'open-log', 'report-problem']

const TEXTS = {
  crashed: { title: 'recovery.crashed.title', text: 'recovery.crashed.text' },
  'not-loaded': { title: 'recovery.notLoaded.title', text: 'recovery.notLoaded.text' },
} as const satisfies Record<StopReason, Readonly<Record<'title' | 'text', TextId>>>

const FOLDER = `${START_URL}stopped/`

export function stopPageUrl(reason: StopReason): string {
  return `${FOLDER}${reason}`
}

export function isStopPageUrl(url: string): boolean {
  return url.startsWith(FOLDER)
}

/**
 * The action of a button, from the URL of its link. The guards still refuse the navigation. Main reads the URL only while it shows
 * this page.
 */
export function stopActionOf(url: string): StopAction | null {
  return ACTIONS.find((action) => url === actionUrl(action)) ?? null
}

/** True for F5 and for Ctrl+R or ⌘R, which reload as in a browser. */
export function isReloadKey({ type, key, control, meta, alt }: KeyInput, platform: string): boolean {
  if (type !== 'keyDown' || alt) return false
  return key === 'F5' || (key.toLowerCase() === 'r' && (platform === 'darwin' ? meta : control))
}

/** Serves this page, and leaves all other requests to the handler. */
export function withStopPage(handler: PageHandler): PageHandler {
  return async function answer(request) {
    const reason = REASONS.find((each) => request.url === stopPageUrl(each))
    if (reason === undefined || request.method !== 'GET') return handler(request)
    return plainResponse({ main: contentOf(reason), style: STYLE })
  }
}

function actionUrl(action: StopAction): string {
  return `${FOLDER}${action}`
}

const STYLE = `
body { min-height: 100vh; display: grid; place-items: center; padding: 24px }
main { max-width: 420px; text-align: center; text-wrap: balance }
nav { justify-content: center; margin: 24px 0 16px }
`

function contentOf(reason: StopReason): string {
  return `<h1>${text(TEXTS[reason].title)}</h1>
<p role="alert">${text(TEXTS[reason].text)}</p>
<nav aria-label="${text('recovery.actions')}">
<a class="primary" href="${actionUrl('reload')}" aria-keyshortcuts="F5" autofocus>${text('recovery.reload')}</a>
<a href="${actionUrl('start-without-cache')}" aria-describedby="cache">${text('recovery.startWithoutCache')}</a>
<a href="${actionUrl('open-log')}">${text('recovery.openLog')}</a>
</nav>
<p class="note" id="cache">${text('recovery.cacheNote')}</p>
<p class="note"><a href="${actionUrl('report-problem')}">${text('report.open')}</a></p>`
}
