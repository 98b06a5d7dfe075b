import { START_URL } from '../guards/origin.ts'
import { escapeHtml, type PageHandler, plainResponse } from '../shell/plain-page.ts'
import { text } from '../strings/text.ts'

export const REPORT_URL = `${START_URL}report/`

export type ReportAction = 'save' | 'close'
const ACTIONS: readonly ReportAction[] = ['save', 'close']

/** What the window of the report shows. `outcome`: what became of the last attempt to save it. */
export type ShownReport = { readonly content: string; readonly outcome: string | null }

/** The action of a button, from the address of its link. */
export function reportActionOf(url: string): ReportAction | null {
  return ACTIONS.find((action) => url === `${REPORT_URL}${action}`) ?? null
}

/** Serves the page of the report while there is one, and leaves all other requests to the handler. */
export function withReportPage(handler: PageHandler, shownReport: () => ShownReport | null): PageHandler {
  return async function answer(request) {
    const shown = shownReport()
    if (shown === null || request.url !== REPORT_URL || request.method !== 'GET') return handler(request)
    return plainResponse({ main: contentOf(shown), style: STYLE })
  }
}

const STYLE = `
body { height: 100vh; padding: 20px }
main { height: 100%; display: flex; flex-direction: column }
pre { flex: 1; min-height: 80px; margin: 16px 0; padding: 12px; overflow: auto; border: 1px solid var(--line); border-radius: 6px;
  background: var(--raised); font: 12px/18px ui-monospace, 'DejaVu Sans Mono', monospace; white-space: pre-wrap; overflow-wrap: anywhere;
  cursor: text; user-select: text }
footer { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px }
footer p { margin: 0 }
`

function contentOf({ content, outcome }: ShownReport): string {
  return `<h1>${text('report.title')}</h1>
<p>${text('report.intro')}</p>
<pre tabindex="0" aria-label="${text('report.content')}">${escapeHtml(content)}</pre>
<footer>
<nav aria-label="${text('recovery.actions')}">
<a class="primary" href="${REPORT_URL}save" autofocus>${text('report.save')}</a>
<a href="${REPORT_URL}close">${text('report.close')}</a>
</nav>
<p role="status">${escapeHtml(outcome ?? '')}</p>
</footer>`
}
