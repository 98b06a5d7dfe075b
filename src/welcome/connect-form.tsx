import { useRef, useState, type SubmitEvent } from 'react'
import type { Workspace } from '../shared/bridge.ts'
import { readManagedHere } from '../shared/network/managed.ts'
import type { Result } from '../shared/failure.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { ConnectInput } from './connect-input.ts'
import { problemBefore, problemOf, type ConnectProblem } from './connect-problem.ts'
import { KeyField } from './key-field.tsx'
import { keyPlaceWords } from './key-place.ts'

const DEFAULT_ADDRESS = 'https://api.agentclara.app'

type ConnectFormProps = {
  /** The server address of a workspace on this device whose key is missing. */
  readonly foundAddress: string | null
  readonly platform: string
  readonly onConnect: (input: ConnectInput) => Promise<Result<Workspace>>
}

/** Asks for a key and a server. A failed attempt keeps what was typed. */
export function ConnectForm({ foundAddress, platform, onConnect }: ConnectFormProps) {
  const [apiKey, setApiKey] = useState('')
  const [baseUrl, setBaseUrl] = useState(foundAddress ?? readManagedHere().workspaces[0]?.baseUrl ?? DEFAULT_ADDRESS)
  const [problem, setProblem] = useState<ConnectProblem | null>(null)
  const [isConnecting, setConnecting] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const show = (next: ConnectProblem) => {
    setProblem(next)
    form.current?.querySelector<HTMLInputElement>(`[name=${next.field}]`)?.focus()
  }
  const connect = async () => {
    const inputProblem = problemBefore(apiKey, baseUrl)
    if (inputProblem !== null) return show(inputProblem)
    setProblem(null)
    setConnecting(true)
    const result = await onConnect({ apiKey: apiKey.trim(), baseUrl: baseUrl.trim() })
    setConnecting(false)
    if (!result.ok) show(problemOf(result.failure))
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isConnecting) void connect()
  }

  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <KeyField
        name="key"
        autoFocus
        value={apiKey}
        onChange={(event) => setApiKey(event.target.value)}
        hint={keyPlaceWords(platform)}
        error={problem?.field === 'key' && <span role="alert">{problem.message}</span>}
      />
      <TextField
        name="address"
        label={text('welcome.address')}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={baseUrl}
        onChange={(event) => setBaseUrl(event.target.value)}
        hint={problem?.isDeclined && <span role="status">{problem.message}</span>}
        error={problem?.field === 'address' && !problem.isDeclined && <span role="alert">{problem.message}</span>}
      />
      <Button type="submit" variant="primary" aria-disabled={isConnecting || undefined} className="w-full">
        {isConnecting ? text('welcome.connecting') : text('welcome.connect')}
      </Button>
    </form>
  )
}
