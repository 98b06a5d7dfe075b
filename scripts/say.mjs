/** Prints one line in the terminal. */
export function say(line) {
  console.log(`clarion: ${line}`)
}

/** An expected failure. Its message says what went wrong and what to do. */
export class Trouble extends Error {}

/** Runs a command. A Trouble prints its message and sets exit code 1. Any other error keeps its stack. */
export async function command(body) {
  try {
    await body()
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    console.error(`clarion: ${error.message}`)
    process.exitCode = 1
  }
}
