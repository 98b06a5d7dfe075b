import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** How the system asks to be shown. The built window follows it. */
export type Look = {
  readonly colorScheme: 'light' | 'dark'
  readonly contrast?: 'more'
}

export const LIGHT: Look = { colorScheme: 'light' }
export const DARK: Look = { colorScheme: 'dark' }

/**
 * One rule is off. The accessible name of a row or a view is a sentence for screen readers ("John Smith, SMS, unread, waiting 2 hours, …").
 * It contains the visible information, but not the exact visible text in the same order. The size of targets is a rule of WCAG 2.2, which
 * axe leaves off by default.
 */
const OPTIONS: axe.RunOptions = {
  resultTypes: ['violations'],
  rules: { 'label-content-name-mismatch': { enabled: false }, 'target-size': { enabled: true } },
}

/** axe only asks for a review of an id that two elements have and a third refers to. */
const SPEC = { rules: [{ id: 'duplicate-id-aria', reviewOnFail: false }] }

/** The rules that depend on colors. The looks differ in nothing else. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block']
const COLOR_OPTIONS: axe.RunOptions = { resultTypes: ['violations'], runOnly: { type: 'rule', values: COLOR_RULES } }

/**
 * Look, rule, element and reason of each violation, in one look. axe is evaluated, because the page's content security policy blocks its
 * script. `part`: a selector of the part to read; by default the open dialogs, because nothing behind them can be reached, or everything.
 */
export async function findViolations(
  page: Page,
  look: Look,
  { rules, part }: { readonly rules: 'all' | 'colors'; readonly part?: string | undefined },
): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: look.colorScheme, contrast: look.contrast ?? 'no-preference' })
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.evaluate(`${axe.source};axe.configure(${JSON.stringify(SPEC)})`)
  const violations = await page.evaluate(runAxe, [part ?? null, rules === 'all' ? OPTIONS : COLOR_OPTIONS] as const)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${nameOf(look)}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** Runs in the page. Behind a dialog nothing is drawn meanwhile: axe measures each drawn element, wherever the part is. */
async function runAxe([part, options]: readonly [string | null, axe.RunOptions]): Promise<axe.Result[]> {
  const { axe: tool } = window as unknown as { axe: typeof axe }
  if (part !== null || document.querySelector('[role=dialog]') === null)
    return (await tool.run(part ?? 'html', options)).violations
  const background = document.querySelector<HTMLElement>('#root')
  background?.style.setProperty('content-visibility', 'hidden')
  try {
    return (await tool.run('[role=dialog]', options)).violations
  } finally {
    background?.style.removeProperty('content-visibility')
  }
}

function nameOf({ colorScheme, contrast }: Look): string {
  return contrast === 'more' ? `${colorScheme}, high contrast` : colorScheme
}
