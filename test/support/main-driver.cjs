// Loaded into the main process with `-r` before the app: runs code that the test sends. For tests in which a page crashes, since Playwright hangs on such a page.
process.on('message', (question) => void answer(question))

async function answer({ id, body, input }) {
  try {
    const run = new Function('electron', 'input', `return (${body})(electron, input)`)
    process.send({ id, value: (await run(require('electron'), input)) ?? null })
  } catch (error) {
    process.send({ id, error: String(error) })
  }
}
