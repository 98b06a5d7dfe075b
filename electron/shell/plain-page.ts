import { randomBytes } from 'node:crypto'
import { currentLanguage } from '../../src/shared/language.ts'

/** A page without scripts. Its buttons are links, whose addresses main reads before the guards refuse the navigation. */
export type PlainPage = {
  /** HTML of `<main>`. Every text in it must be escaped. */
  readonly main: string
  /** Rules after those of every plain page. */
  readonly style: string
}

export type PageHandler = (request: { method: string; url: string }) => Promise<Response>

/** Made in memory, so that it is there even if the app's files are missing. Its policy allows one style and nothing else. */
export function plainResponse({ main, style }: PlainPage): Response {
  const nonce = randomBytes(16).toString('base64')
  const html = `<!doctype html>
<html lang="${currentLanguage()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Clarion</title>
<style nonce="${nonce}">${STYLE}${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`
  return new Response(html, {
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

export function escapeHtml(text: string): string {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as const
  return text.replaceAll(/[&<>"']/g, (character) => entities[character as keyof typeof entities])
}

/** Stricter than the app's policy: no scripts and one style. */
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

/** The sizes and colours are those of src/ui/tokens.css. */
const STYLE = `
:root { color-scheme: light dark; --canvas: #f4f4f6; --raised: #ffffff; --hover: #f1f1f4; --ink: #1b1c21; --muted: #555660;
  --line: #d2d2d9; --accent: #5b5bd6; --accent-strong: #4c4cc4; --focus: #5b5bd6 }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #0e0f11; --raised: #1e1f24; --hover: #2a2b31; --ink: #ededf0; --muted: #a9aab4; --line: #383a42; --accent: #5e5ed6;
    --accent-strong: #6767da; --focus: #9a9af5 }
}
* { box-sizing: border-box; margin: 0 }
body { background: var(--canvas); color: var(--ink); cursor: default;
  font: 13px/20px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif }
h1 { font-size: 18px; line-height: 24px; font-weight: 600 }
p { margin-top: 8px; color: var(--muted) }
nav { display: flex; flex-wrap: wrap; gap: 8px }
nav a { padding: 5px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); color: var(--ink);
  font-weight: 500; text-decoration: none }
nav a:hover { background: var(--hover) }
nav a.primary { border-color: transparent; background: var(--accent); color: #ffffff }
nav a.primary:hover { background: var(--accent-strong) }
p a { color: inherit }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
::-webkit-scrollbar { width: 10px; height: 10px }
::-webkit-scrollbar-thumb { border: 3px solid transparent; border-radius: 5px; background: var(--line) content-box }
.note { font-size: 12px; line-height: 16px }
`
