import { describe, expect, it } from 'vitest'
import { runInOrder, addToQueue } from '../../../src/commands/serial.ts'
import type { Database } from '../../../src/db/database.ts'

/** Only its identity is used. */
function aDatabase(): Database {
  return {} as Database
}

function aPromise() {
  let end = (): void => {}
  let fail = (): void => {}
  const running = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = () => reject(new Error('refused'))
  })
  return { running, end, fail }
}

/** Lets everything that is settled run on. */
async function turn(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
}

describe('one after the other', () => {
  it('starts what is asked for only once what began before it is over, also when that failed', async () => {
    const db = aDatabase()
    const sending = aPromise()
    addToQueue(db, sending.running)
    let hasBegun = false
    const undone = runInOrder(db, async () => {
      hasBegun = true
    })
    await turn()
    expect(hasBegun).toBe(false)
    sending.fail()
    await undone
    expect(hasBegun).toBe(true)
  })

  it('waits for both what was in turn before and what began beside it', async () => {
    const db = aDatabase()
    const [changing, sending] = [aPromise(), aPromise()]
    const changed = runInOrder(db, () => changing.running)
    addToQueue(db, sending.running)
    let hasBegun = false
    const undone = runInOrder(db, async () => {
      hasBegun = true
    })
    sending.end()
    await turn()
    expect(hasBegun).toBe(false)
    changing.end()
    await Promise.all([changed, undone])
    expect(hasBegun).toBe(true)
  })
})
