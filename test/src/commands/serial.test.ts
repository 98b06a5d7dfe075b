import { describe, expect, it } from 'vitest'
import { runInOrder, runInOrderOfAll, addToQueue } from '../../../src/commands/serial.ts'
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

/** Runs all reactions to settled promises. */
async function flush(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
}

describe('runInOrder', () => {
  it('starts a task when the one before it has ended, even with an error', async () => {
    const db = aDatabase()
    const sending = aPromise()
    addToQueue(db, sending.running)
    let hasBegun = false
    const undone = runInOrder(db, async () => {
      hasBegun = true
    })
    await flush()
    expect(hasBegun).toBe(false)
    sending.fail()
    await undone
    expect(hasBegun).toBe(true)
  })

  it('waits for queued tasks and for running ones that were added', async () => {
    const db = aDatabase()
    const [changing, sending] = [aPromise(), aPromise()]
    const changed = runInOrder(db, () => changing.running)
    addToQueue(db, sending.running)
    let hasBegun = false
    const undone = runInOrder(db, async () => {
      hasBegun = true
    })
    sending.end()
    await flush()
    expect(hasBegun).toBe(false)
    changing.end()
    await Promise.all([changed, undone])
    expect(hasBegun).toBe(true)
  })
})

describe('runInOrderOfAll', () => {
  it('waits for tasks on each database, and each waits for it', async () => {
    const [one, two] = [aDatabase(), aDatabase()]
    const [first, second, joint] = [aPromise(), aPromise(), aPromise()]
    const log: string[] = []
    addToQueue(one, first.running)
    addToQueue(two, second.running)
    const both = runInOrderOfAll([one, two], async () => {
      log.push('both')
      await joint.running
    })
    const after = runInOrder(two, async () => void log.push('after'))
    first.end()
    await flush()
    expect(log).toEqual([])
    second.fail()
    await flush()
    expect(log).toEqual(['both'])
    joint.end()
    await Promise.all([both, after])
    expect(log).toEqual(['both', 'after'])
  })
})
