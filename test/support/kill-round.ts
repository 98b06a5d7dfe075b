import { setTimeout as delay } from 'node:timers/promises'
import { assertNever, invariant } from '../../src/shared/failure.ts'
import type { Random } from '../simulation/random.ts'
import { contentOf, CycleUser } from './kill-hand.ts'
import { type Deed, judge, type Verdict } from './kill-judge.ts'
import { killNames, type Mark, type Moment, type StartMark } from './kill-moments.ts'
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'

/** A moment that does not occur within this time, ms, is skipped. It only bounds a hang. */
const MISSED_AFTER_MS = 45_000
/** Delay of responses while the kill must hit one in flight, ms. */
const SLOW_ANSWER_MS = 1_000

export type Kill = { readonly moment: string; readonly isMet: boolean }

/** One profile and one server with repeated kills. There is no wait between kills, so uncertain ops accumulate. */
export class KillRound {
  readonly kills: Kill[] = []
  readonly deeds: Deed[] = []
  /** Deeds that the server applied but whose response was certainly lost: only verification can find them. */
  readonly unanswered: Deed[] = []
  readonly #stage: Stage
  readonly #random: Random
  #cycle = 0

  constructor(stage: Stage, random: Random) {
    this.#stage = stage
    this.#random = random
  }

  /** Starts the app, performs the moment's acts and kills it there; with `again`, also the next start. */
  async run(moment: Moment): Promise<void> {
    const { line, server } = this.#stage
    this.#cycle += 1
    const user = new CycleUser(this.#cycle, server.account, this.deeds)
    const places = [...new Set(moment.acts.filter((act) => act.does !== 'begin').map((act) => act.place))]
    for (const place of places) user.customerWrites(place)
    await line.restore()
    const person = await this.#stage.start('connected')
    for (const place of places) await user.open(person, place)
    if (moment.line === 'plug out') await line.cutOff()
    if (moment.line === 'black hole') line.goSilent()
    const [first = '', second = ''] = killNames(moment)
    await this.#killAt(first, () => this.#act(person, user, moment))
    if (moment.again !== undefined) await this.#killStart(second, moment.again)
    line.delayMs = 0
  }

  /** Runs with a good connection until nothing waits or an op asks. Returns the asking ops. */
  async rest(timeoutMs: number): Promise<readonly string[]> {
    await this.#stage.line.restore()
    const person = await this.#stage.start('connected')
    await person.showView('Outbox')
    const settled = person.page.getByRole('heading', { name: 'Everything you said has arrived' })
    const asking = person.page.getByRole('list', { name: /^Needs you/ })
    await settled.or(asking).first().waitFor({ timeout: timeoutMs })
    const left = await asking.getByRole('article').allTextContents()
    await this.#stage.quit()
    return left
  }

  judge(): Verdict {
    return judge(this.deeds, this.#stage.server.journal.mutations())
  }

  /** Number of requests for this deed. Between two requests, verification must have found it absent. */
  countRequests(deed: Deed): number {
    return this.#stage.line.requests.filter((request) => carries(request, deed)).length
  }

  async #killStart(name: string, mark: StartMark): Promise<void> {
    const { line } = this.#stage
    await line.restore()
    // Listen before the start, and only if needed: an unused listener would catch a request of the next cycle.
    const sending = mark === 'mutation' ? line.nextRequest(isMutation) : null
    const person = await this.#stage.start('connected')
    await this.#killAt(name, async () => {
      if (mark === 'painted') await person.rows().first().waitFor()
      await sending
    })
  }

  /** Kills when the moment occurs. If it does not occur, kills anyway and does not count it. */
  async #killAt(moment: string, come: () => Promise<unknown>): Promise<void> {
    const missed = delay(MISSED_AFTER_MS, 'missed' as const, { ref: false })
    const met = come().then(
      () => 'met' as const,
      (error: unknown) => {
        console.info(`kills: “${moment}” did not occur: ${String(error)}`)
        return 'missed' as const
      },
    )
    const outcome = await Promise.race([met, missed])
    await this.#stage.kill()
    this.kills.push({ moment, isMet: outcome === 'met' })
  }

  async #act(person: Person, user: CycleUser, moment: Moment): Promise<void> {
    const { acts, mark, spreadMs = 0 } = moment
    const spread = this.#random.between(0, spreadMs)
    const last = acts.at(-1)
    invariant(last !== undefined, 'every moment has acts')
    for (const act of acts.slice(0, -1)) await user.perform(person, act, user.deedsOf(act))
    const deeds = user.deedsOf(last)
    const coming = this.#waitFor(person, deeds, mark)
    // When the kill must hit the acceptance, do not wait for the screen after the key.
    if (mark.at === 'accepting') await user.begin(person, last, deeds)
    else await user.perform(person, last, deeds)
    if (moment.isHurried) await person.bubble(contentOf(deeds)).getByRole('button', { name: 'Send now' }).click()
    await coming()
    if (mark.at === 'taken' || ('cut' in mark && mark.cut === 'answer')) this.unanswered.push(...deeds.slice(0, 1))
    if (spread > 0) await delay(spread)
  }

  /** Starts to listen immediately, before the act. The returned function waits for the event. */
  #waitFor(person: Person, deeds: readonly Deed[], mark: Mark): () => Promise<unknown> {
    const { line, server } = this.#stage
    const [deed] = deeds
    invariant(deed !== undefined, 'an act is at least one deed')
    const isItsRequest = (request: string): boolean => carries(request, deed)
    switch (mark.at) {
      case 'accepted':
      case 'accepting':
        return async () => {}
      case 'text':
        return () => person.bubble(contentOf(deeds)).getByText(mark.text).first().waitFor()
      case 'request': {
        const request =
          mark.cut === 'nothing' ? line.nextRequest(isItsRequest) : cut(this.#stage, mark.cut, isItsRequest)
        return () => request
      }
      case 'taken': {
        line.delayMs = SLOW_ANSWER_MS
        const taken = server.journal.until(
          () => judge([{ ...deed, isSeen: true }], server.journal.mutations()).lost.length === 0,
        )
        return () => taken
      }
      case 'read': {
        const read = cut(this.#stage, mark.cut, isItsRequest).then(() => this.#reads(deed, mark.number))
        return () => read
      }
      default:
        return assertNever(mark)
    }
  }

  async #reads(deed: Deed, number: number): Promise<void> {
    const isRead = (request: string): boolean => request.startsWith(`GET /conversations/${deed.conversation} `)
    for (let count = 0; count < number; count += 1) await this.#stage.line.nextRequest(isRead)
  }
}

function cut(stage: Stage, what: 'request' | 'answer', matches: (request: string) => boolean): Promise<string> {
  return what === 'request' ? stage.line.cutNextRequest(matches) : stage.line.cutNextAnswer(matches)
}

function isMutation(request: string): boolean {
  return /^(POST|PATCH) /.test(request)
}

/** Whether this request performs this deed. */
function carries(request: string, deed: Deed): boolean {
  switch (deed.does) {
    case 'say':
      // Only the server knows the id of a conversation begun here, so compare the texts, which are unique.
      return /^POST \/conversations\/[^/]+\/messages /.test(request) && request.includes(`"${deed.content}"`)
    case 'begin':
      return request.startsWith('POST /conversations ') && request.includes(deed.conversation)
    case 'resolve':
      return request.startsWith(`PATCH /conversations/${deed.conversation} `)
    case 'close':
      return request.startsWith(`POST /conversations/${deed.conversation}/close`)
  }
}
