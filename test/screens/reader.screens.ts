import { expect, it } from 'vitest'
import { Listener } from './heard.ts'
import { openInChromium } from './open-window.ts'

/** The number of unsent changes is announced when the server has answered, which may be a step later. */
const COUNT_TO_SEND = /^announced: \d+ to send$/

/** What the user does, and its keys. A text in quotes is typed. */
const STEPS: readonly (readonly [does: string, ...keys: string[]])[] = [
  ['goes to the first conversation', 'j'],
  ['goes to the next one', 'j'],
  ['goes to its messages', 'Enter'],
  ['begins a reply', 'r'],
  ['writes', '"Yes, Friday works."'],
  ['sends', 'Control+Enter'],
  ['returns to the list', 'Escape'],
  ['resolves the conversation', 'e'],
  ['undoes that', 'z'],
  ['stars it', 's'],
  ['tags it', 'l'],
  ['writes the tag', '"callback"', 'Enter'],
  ['returns to the list', 'Escape'],
  ['snoozes it', 'h'],
  ['says until when', '"tomorrow 9"'],
  ['confirms', 'Enter'],
  ['opens the command palette', 'Control+k'],
  ['looks for a command', '"resolved"'],
  ['chooses the next entry', 'ArrowDown'],
  ['closes it', 'Escape'],
  ['goes to the search', '/'],
  ['looks for a customer', '"john"'],
  ['goes to the results', 'ArrowDown'],
  ['leaves the search', 'Escape'],
  ['picks three conversations', 'x', 'Shift+J', 'Shift+J'],
  ['gives them up', 'Escape'],
  ['goes to another view', 'g', 'o'],
  ['returns to the inbox', 'g', 'i'],
  ['begins a conversation', 'c'],
  ['leaves the address empty', 'Enter'],
  ['writes a number', '"+1 202 555 0143"'],
  ['closes the dialog', 'Escape'],
  ['opens Settings', 'Control+,'],
  ['goes to the next section', 'ArrowDown'],
  ['goes into it', 'Tab'],
  ['closes Settings', 'Escape'],
  ['opens the list of keys', '?'],
  ['closes it', 'Escape'],
]

const TITLE = `# What a screen reader says

The main job by keyboard alone, as a screen reader would say it: after each step the element with the focus, with its role, states and description from the
browser's accessibility tree, and what the window announces. \`npm run screens\` compares this file; \`npm run screens -- --update\` writes it.
`

it('a screen reader says what docs/screen-reader-walk.md has', async () => {
  const { visitor, close } = await openInChromium('account', 'en')
  try {
    const { page } = visitor
    await visitor.list().focus()
    const listener = await Listener.begin(page)
    const lines = [`1. The window has opened:${linesOf(await listener.hear())}`]
    for (const [does, ...keys] of STEPS) {
      for (const key of keys) {
        if (key.startsWith('"')) await page.keyboard.type(key.replaceAll('"', ''))
        else await page.keyboard.press(key)
      }
      lines.push(`1. The user ${does} (${keys.join(' ')}):${linesOf(await listener.hear())}`)
    }
    await expect(`${TITLE}\n${lines.join('\n')}\n`).toMatchFileSnapshot('../../docs/screen-reader-walk.md')
  } finally {
    await close()
  }
})

function linesOf(heard: readonly string[]): string {
  const said = heard.filter((words) => !COUNT_TO_SEND.test(words))
  return said.length === 0 ? ' nothing' : said.map((words) => `\n   - ${words}`).join('')
}
