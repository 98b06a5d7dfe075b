import { setTimeout as delay } from 'node:timers/promises'
import { assertNever, invariant } from '../../src/shared/failure.ts'
import type { Random } from '../simulation/random.ts'
import { contentOf, KillUser } from './kill-user.ts'
import { type ExpectedChange, judge, type Verdict } from './kill-judge.ts'
import { killNames, type Trigger, type Moment, type StartTrigger } from './kill-moments.ts'
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'

/** A moment that does not occur within this time, ms, is skipped. It only bounds a hang. */
const MISSED_AFTER_MS = 45_000
/** Delay of responses while the kill must hit one in flight, ms. */
const SLOW_ANSWER_MS = 1_000

export type Kill = { readonly moment: string; readonly hasOccurred: boolean }

/** One profile and one server with repeated kills. There is no wait between kills, so uncertain ops accumulate. */
export class KillRound {
  readonly kills: Kill[] = []
  readonly changes: ExpectedChange[] = []
  /** Changes that the server applied but whose response was certainly lost: only verification can find them. */
  readonly changesWithLostResponse: ExpectedChange[] = []
  readonly #stage: Stage
  readonly #random: Random
  #cycle = 0

  constructor(stage: Stage, random: Random) {
    this.#stage = stage
    this.#random = random
  }

  /** Starts the app, performs the moment's actions and kills it there; with `again`, also the next start. */
  async run(moment: Moment): Promise<void> {
    const { line, server } = this.#stage
    this.#cycle += 1
    const user = new KillUser(this.#cycle, server.account, this.changes)
    const slots = [...new Set(moment.actions.filter((action) => action.kind !== 'create').map((action) => action.slot))]
    for (const slot of slots) user.customerWrites(slot)
    await line.restore()
    const person = await this.#stage.start('connected')
    for (const slot of slots) await user.open(person, slot)
    if (moment.line === 'offline') await line.cutOff()
    if (moment.line === 'silent') line.goSilent()
    const [first = '', second = ''] = killNames(moment)
    await this.#killAt(first, () => this.#perform(person, user, moment))
    if (moment.again !== undefined) await this.#killStart(second, moment.again)
    line.delayMs = 0
  }

  /** Runs with a good connection until the outbox is empty or an op needs attention. Returns the texts of those ops. */
  async finish(timeoutMs: number): Promise<readonly string[]> {
    await this.#stage.line.restore()
    const person = await this.#stage.start('connected')
    await person.showView('Outbox')
    const settled = person.page.getByRole('heading', { name: 'All messages sent' })
    const asking = person.page.getByRole('list', { name: /^Needs your attention/ })
    await settled.or(asking).first().waitFor({ timeout: timeoutMs })
    const unanswered = await asking.getByRole('article').allTextContents()
    await this.#stage.quit()
    return unanswered
  }

  judge(): Verdict {
    return judge(this.changes, this.#stage.server.journal.mutations())
  }

  /** Number of requests for this change. Before a second request, verification must have found it absent. */
  requestCount(change: ExpectedChange): number {
    return this.#stage.line.requests.filter((request) => carries(request, change)).length
  }

  async #killStart(name: string, trigger: StartTrigger): Promise<void> {
    const { line } = this.#stage
    await line.restore()
    // Listen before the start, and only if needed: an unused listener would catch a request of the next cycle.
    const sending = trigger === 'mutation' ? line.nextRequest(isMutation) : null
    const person = await this.#stage.start('connected')
    await this.#killAt(name, async () => {
      if (trigger === 'painted') await person.rows().first().waitFor()
      await sending
    })
  }

  /** Kills when the moment occurs. If it does not occur, kills anyway and does not count it. */
  async #killAt(moment: string, untilMoment: () => Promise<unknown>): Promise<void> {
    const timeout = delay(MISSED_AFTER_MS, 'missed' as const, { ref: false })
    const met = untilMoment().then(
      () => 'met' as const,
      (error: unknown) => {
        console.info(`kills: “${moment}” did not occur: ${String(error)}`)
        return 'missed' as const
      },
    )
    const outcome = await Promise.race([met, timeout])
    await this.#stage.kill()
    this.kills.push({ moment, hasOccurred: outcome === 'met' })
  }

  async #perform(person: Person, user: KillUser, moment: Moment): Promise<void> {
    const { actions, trigger, spreadMs = 0 } = moment
    const spread = this.#random.between(0, spreadMs)
    const last = actions.at(-1)
    invariant(last !== undefined, 'every moment has actions')
    for (const action of actions.slice(0, -1)) await user.perform(person, action, user.changesOf(action))
    const changes = user.changesOf(last)
    const untilTrigger = this.#waitFor(person, changes, trigger)
    // When the kill must hit the acceptance, do not wait for the screen after the key.
    if (trigger.at === 'accepting') await user.beginAction(person, last, changes)
    else await user.perform(person, last, changes)
    if (moment.isHurried) await person.bubble(contentOf(changes)).getByRole('button', { name: 'Send now' }).click()
    await untilTrigger()
    if (trigger.at === 'taken' || ('cut' in trigger && trigger.cut === 'answer'))
      this.changesWithLostResponse.push(...changes.slice(0, 1))
    if (spread > 0) await delay(spread)
  }

  /** Starts to listen immediately, before the action. The returned function waits for the event. */
  #waitFor(person: Person, changes: readonly ExpectedChange[], trigger: Trigger): () => Promise<unknown> {
    const { line, server } = this.#stage
    const [change] = changes
    invariant(change !== undefined, 'an action is at least one change')
    const isForChange = (request: string): boolean => carries(request, change)
    switch (trigger.at) {
      case 'accepted':
      case 'accepting':
        return async () => {}
      case 'bubble':
        return () => person.bubble(contentOf(changes)).getByText(trigger.status).first().waitFor()
      case 'request': {
        const request =
          trigger.cut === 'nothing' ? line.nextRequest(isForChange) : cut(this.#stage, trigger.cut, isForChange)
        return () => request
      }
      case 'taken': {
        line.delayMs = SLOW_ANSWER_MS
        const taken = server.journal.until(
          () => judge([{ ...change, isConfirmed: true }], server.journal.mutations()).lost.length === 0,
        )
        return () => taken
      }
      case 'read': {
        const read = cut(this.#stage, trigger.cut, isForChange).then(() => this.#reads(change, trigger.number))
        return () => read
      }
      default:
        return assertNever(trigger)
    }
  }

  async #reads(change: ExpectedChange, number: number): Promise<void> {
    const isRead = (request: string): boolean => request.startsWith(`GET /conversations/${change.conversation} `)
    for (let count = 0; count < number; count += 1) await this.#stage.line.nextRequest(isRead)
  }
}

function cut(stage: Stage, what: 'request' | 'answer', matches: (request: string) => boolean): Promise<string> {
  return what === 'request' ? stage.line.cutNextRequest(matches) : stage.line.cutNextAnswer(matches)
}

function isMutation(request: string): boolean {
  return /^(POST|PATCH) /.test(request)
}

/** Whether this request performs this change. */
function carries(request: string, change: ExpectedChange): boolean {
  switch (change.kind) {
    case 'send':
      // Only the server knows the id of a conversation begun here, so compare the texts, which are unique.
      return /^POST \/conversations\/[^/]+\/messages /.test(request) && request.includes(`"${change.content}"`)
    case 'create':
      return request.startsWith('POST /conversations ') && request.includes(change.conversation)
    case 'resolve':
      return request.startsWith(`PATCH /conversations/${change.conversation} `)
    case 'close':
      return request.startsWith(`POST /conversations/${change.conversation}/close`)
  }
}
