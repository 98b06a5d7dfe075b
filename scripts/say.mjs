/** One line to the person at the terminal. */
export function say(line) {
  console.log(`clarion: ${line}`)
}

/** What went wrong and what to do about it. Thrown, so that each command ends in one place. */
export class Trouble extends Error {}

/** Runs a command's body: trouble is said in words with exit code 1, a bug keeps its stack. */
export async function command(body) {
  try {
    await body()
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    console.error(`clarion: ${error.message}`)
    process.exitCode = 1
  }
}
