import type { ProxyQuestion } from '../../src/shared/network/network-trouble.ts'

export type ProxyLogin = { readonly name: string; readonly password: string }

/**
 * Names and passwords of proxies. They are only in memory: a stored password that has expired would be tried at each start, and many
 * networks lock an account after a few wrong ones.
 */
export interface ProxyLogins {
  /**
   * Asks a proxy with the login for it, if there is one. An entered login that no proxy has accepted yet is tried by one connection, and the
   * others wait: a wrong password must not be tried several times.
   */
  attempt<T>(proxy: string, run: (login: ProxyLogin | null) => Promise<T>): Promise<T>
  /** The proxy has asked. `tried`: what it has just refused. The user is asked at the first time, and again only after a wrong answer. */
  asked(proxy: string, tried: ProxyLogin | null): void
  /** The proxy that waits for the user; null when there is none. */
  question(): ProxyQuestion | null
  /** False when this proxy has not asked, so that a page can't place a login for a proxy of its choice. */
  answer(proxy: string, login: ProxyLogin): boolean
}

/** `onQuestion`: called when a question begins, changes or ends. */
export function makeProxyLogins(onQuestion: () => void): ProxyLogins {
  const logins = new Map<string, ProxyLogin>()
  const accepted = new WeakSet<ProxyLogin>()
  const trials = new Map<string, Promise<unknown>>()
  let question: ProxyQuestion | null = null

  async function tryOut<T>(proxy: string, login: ProxyLogin, run: (login: ProxyLogin) => Promise<T>): Promise<T> {
    const trial = run(login)
    trials.set(
      proxy,
      trial.catch(() => null),
    )
    try {
      const outcome = await trial
      accepted.add(login)
      return outcome
    } finally {
      trials.delete(proxy)
    }
  }

  return {
    async attempt(proxy, run) {
      for (let trial = trials.get(proxy); trial !== undefined; trial = trials.get(proxy)) await trial
      const login = logins.get(proxy) ?? null
      return login === null || accepted.has(login) ? await run(login) : await tryOut(proxy, login, run)
    },
    asked(proxy, tried) {
      // Another connection may have been refused with an older answer.
      if (tried !== logins.get(proxy) && tried !== null) return
      logins.delete(proxy)
      if (question?.proxy === proxy && tried === null) return
      question = { proxy, isWrong: tried !== null }
      onQuestion()
    },
    question: () => question,
    answer(proxy, login) {
      if (question?.proxy !== proxy) return false
      logins.set(proxy, login)
      question = null
      onQuestion()
      return true
    },
  }
}

/** The header for a proxy, as RFC 7617 says: UTF-8, and a name without a colon. */
export function basicHeader({ name, password }: ProxyLogin): string {
  return `Basic ${Buffer.from(`${name}:${password}`, 'utf8').toString('base64')}`
}

/** Whether a `Proxy-Authenticate` header offers the only sign-in that this app supports. */
export function offersBasic(header: string | readonly string[] | undefined): boolean {
  const all = header === undefined ? [] : typeof header === 'string' ? [header] : header
  return all.some((one) => /(?:^|,)\s*basic(?:\s|,|$)/i.test(one))
}
