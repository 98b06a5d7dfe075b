import { randomBytes } from 'node:crypto'
import type { KeyInput } from '../window-keys.ts'
import { START_URL } from '../../guards/origin.ts'
import { currentLanguage } from '../../../src/shared/language.ts'
import { text, type TextId } from '../../strings/text.ts'

/** Why the window shows this page instead of the app. */
export type StopReason = 'crashed' | 'not-loaded'

/** The actions of its buttons. */
export type StopAction = 'reload' | 'start-without-cache' | 'open-log'

const REASONS: readonly StopReason[] = ['crashed', 'not-loaded']
const ACTIONS: readonly StopAction[] = ['reload', 'start-without-cache', 'open-log']

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

type Handler = (request: { method: string; url: string }) => Promise<Response>

/** Serves this page from memory, even if the app's files are missing, and leaves all other requests to the handler. */
export function withStopPage(handler: Handler): Handler {
  return async function answer(request) {
    const reason = REASONS.find((each) => request.url === stopPageUrl(each))
    if (reason === undefined || request.method !== 'GET') return handler(request)
    const nonce = randomBytes(16).toString('base64')
    return new Response(pageOf(reason, nonce), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policyOf(nonce),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
    })
  }
}

/** Stricter than the app's policy: no scripts and one style. The buttons are links, so that they work without scripts. */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}

function actionUrl(action: StopAction): string {
  return `${FOLDER}${action}`
}

/** The sizes and colours are those of src/ui/tokens.css. */
const STYLE = `
:root { color-scheme: light dark; --canvas: #f4f4f6; --raised: #ffffff; --hover: #f1f1f4; --ink: #1b1c21; --muted: #555660;
  --line: #d2d2d9; --accent: #5b5bd6; --accent-strong: #4c4cc4; --focus: #5b5bd6 }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #0e0f11; --raised: #1e1f24; --hover: #2a2b31; --ink: #ededf0; --muted: #a9aab4; --line: #383a42; --accent: #5e5ed6;
    --accent-strong: #6767da; --focus: #9a9af5 }
}
* { box-sizing: border-box; margin: 0 }
body { min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--canvas); color: var(--ink);
  font: 13px/20px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif; cursor: default }
main { max-width: 420px; text-align: center }
h1 { font-size: 18px; line-height: 24px; font-weight: 600 }
p { margin-top: 8px; color: var(--muted) }
nav { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px; margin: 24px 0 16px }
a { padding: 5px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); color: var(--ink);
  font-weight: 500; text-decoration: none }
a:hover { background: var(--hover) }
a.primary { border-color: transparent; background: var(--accent); color: #ffffff }
a.primary:hover { background: var(--accent-strong) }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
.note { font-size: 12px; line-height: 16px }
`

function pageOf(reason: StopReason, nonce: string): string {
  return `<!doctype html>
<html lang="${currentLanguage()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Clarion</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${text(TEXTS[reason].title)}</h1>
<p role="alert">${text(TEXTS[reason].text)}</p>
<nav aria-label="${text('recovery.actions')}">
<a class="primary" href="${actionUrl('reload')}" aria-keyshortcuts="F5" autofocus>${text('recovery.reload')}</a>
<a href="${actionUrl('start-without-cache')}" aria-describedby="cache">${text('recovery.startWithoutCache')}</a>
<a href="${actionUrl('open-log')}">${text('recovery.openLog')}</a>
</nav>
<p class="note" id="cache">${text('recovery.cacheNote')}</p>
</main>
</body>
</html>
`
}
