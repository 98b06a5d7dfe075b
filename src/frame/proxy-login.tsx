import { type SubmitEvent, useEffect, useState } from 'react'
import type { BridgeEvents } from '../shared/bridge-events.ts'
import type { NetworkBridge } from '../shared/network/network-bridge.ts'
import type { ProxyQuestion } from '../shared/network/network-trouble.ts'
import { text } from '../strings/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { TextField } from '../ui/text-field.tsx'
import { failureCause } from '../words/failure.ts'

export type ProxyLoginBridge = Pick<NetworkBridge, 'readProxyQuestion' | 'answerProxyQuestion'> &
  Pick<BridgeEvents, 'onProxyQuestion'>

/**
 * Asks for the name and the password of a proxy, above everything else and without taking the focus. The password never leaves this form but
 * for the main process, which keeps it in memory.
 */
export function ProxyLogin({ bridge }: { readonly bridge: ProxyLoginBridge }) {
  const question = useProxyQuestion(bridge)
  const [putOff, setPutOff] = useState<ProxyQuestion | null>(null)
  if (question === null) return null
  if (question === putOff) return <PutOff question={question} onResume={() => setPutOff(null)} />
  // A new form for each question, so that no wrong password stays in a field.
  const key = `${question.proxy} ${String(question.isWrong)}`
  return <LoginForm key={key} question={question} bridge={bridge} onPutOff={() => setPutOff(question)} />
}

/** One line that stays, because nothing can be sent until the proxy knows the user. */
function PutOff({ question, onResume }: { readonly question: ProxyQuestion; readonly onResume: () => void }) {
  const signIn = (
    <Button size="sm" onClick={onResume}>
      {text('network.resume')}
    </Button>
  )
  return (
    <Banner tone="warning" action={signIn}>
      {text('network.login', { proxy: question.proxy })}
    </Banner>
  )
}

type FormProps = {
  readonly question: ProxyQuestion
  readonly bridge: ProxyLoginBridge
  readonly onPutOff: () => void
}

function LoginForm({ question, bridge, onPutOff }: FormProps) {
  const { proxy, isWrong } = question
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (): Promise<void> => {
    if (name.trim() === '') return setProblem(text('network.noName'))
    if (name.includes(':')) return setProblem(text('network.invalid'))
    const answered = await bridge.answerProxyQuestion({ proxy, name: name.trim(), password })
    if (!answered.ok) setProblem(failureCause(answered.failure))
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void send()
  }
  return (
    <form
      aria-label={text('network.region')}
      onSubmit={onSubmit}
      noValidate
      className="flex flex-wrap items-end gap-x-3 gap-y-2 border-b border-line bg-warning-soft px-4 py-2"
    >
      <div role="status" className="min-w-0 flex-1 basis-64 self-center text-sm">
        <p className={classNames('font-medium', isWrong ? 'text-danger' : 'text-ink')}>
          {text(isWrong ? 'network.wrong' : 'network.login', { proxy })}
        </p>
        {problem === null ? (
          <p className="text-muted">{text('network.kept')}</p>
        ) : (
          <p role="alert" className="text-danger">
            {problem}
          </p>
        )}
      </div>
      {/* They wrap together: without room beside the question, all of them are below it. */}
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <TextField
          label={text('network.name')}
          autoComplete="off"
          spellCheck={false}
          className="w-44"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={text('network.password')}
          type="password"
          autoComplete="off"
          className="w-44"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="primary">
          {text('network.signIn')}
        </Button>
        <Button type="button" onClick={onPutOff}>
          {text('network.later')}
        </Button>
      </div>
    </form>
  )
}

/** The proxy that waits for the user; null when there is none. */
function useProxyQuestion(bridge: ProxyLoginBridge): ProxyQuestion | null {
  const [question, setQuestion] = useState<ProxyQuestion | null>(null)
  useEffect(() => {
    let isUnmounted = false
    const read = async (): Promise<void> => {
      const result = await bridge.readProxyQuestion({})
      if (result.ok && !isUnmounted) setQuestion(result.value)
    }
    void read()
    const stop = bridge.onProxyQuestion(() => void read())
    return () => {
      isUnmounted = true
      stop()
    }
  }, [bridge])
  return question
}
