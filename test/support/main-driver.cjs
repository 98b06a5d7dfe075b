// Loaded into the main process by `-r`, before the app: runs what the test sends, for stories in which a page dies. Playwright holds on to such a page.
process.on('message', (question) => void answer(question))

async function answer({ id, body, input }) {
  try {
    const run = new Function('electron', 'input', `return (${body})(electron, input)`)
    process.send({ id, value: (await run(require('electron'), input)) ?? null })
  } catch (error) {
    process.send({ id, error: String(error) })
  }
}
