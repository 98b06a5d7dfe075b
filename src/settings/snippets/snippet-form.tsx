import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Snippet } from '../../db/snippets.ts'
import { renderSnippet } from '../../snippets/render-snippet.ts'
import { FACT_NAMES, snippetFactsOf } from '../../snippets/snippet-facts.ts'
import { isSameShortcut, MAX_SNIPPET_LENGTHS, snippetProblem } from '../../snippets/snippet-file.ts'
import { SnippetPreview } from '../../snippets/snippet-preview.tsx'
import { richText } from '../../strings/rich-text.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

type SnippetFormProps = {
  readonly snippet: Snippet
  readonly others: readonly Snippet[]
  readonly onChange: (snippet: Snippet) => void
  readonly onSave: (snippet: Snippet) => void
  readonly onCancel: () => void
}

const SAMPLE_NAME = text('settings.snippets.sampleName')

/** The customer of the preview, with every value known. */
const SAMPLE_FACTS = snippetFactsOf({
  customerName: SAMPLE_NAME,
  customerPhone: '+1 555 123 4567',
  customerEmail: 'john@example.com',
  channel: 'sms',
  subject: text('settings.snippets.sampleSubject'),
})

/** The form of a snippet. Problems are shown after the first attempt to save. */
export function SnippetForm({ snippet, others, onChange, onSave, onCancel }: SnippetFormProps) {
  const textId = useId()
  const first = useRef<HTMLInputElement>(null)
  const [hasTriedToSave, setTriedToSave] = useState(false)
  useEffect(() => first.current?.focus(), [])
  const trimmed = { ...snippet, name: snippet.name.trim(), shortcut: snippet.shortcut.trim() }
  const problem = problemOf(trimmed, others)
  const trySave = (): void => {
    setTriedToSave(true)
    if (problem === null) onSave(trimmed)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    trySave()
  }
  return (
    <div className="flex flex-col gap-3" onKeyDown={onKeyDown}>
      <div className="flex gap-3">
        <TextField
          ref={first}
          label={text('settings.snippets.name')}
          dir="auto"
          autoComplete="off"
          maxLength={MAX_SNIPPET_LENGTHS.name}
          value={snippet.name}
          className="min-w-0 flex-1"
          onChange={(event) => onChange({ ...snippet, name: event.target.value })}
        />
        <TextField
          label={text('settings.snippets.shortcut')}
          autoComplete="off"
          spellCheck={false}
          maxLength={MAX_SNIPPET_LENGTHS.shortcut}
          value={snippet.shortcut}
          className="w-36"
          onChange={(event) => onChange({ ...snippet, shortcut: event.target.value })}
        />
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={textId} className="text-sm font-medium text-muted">
          {text('settings.snippets.text')}
        </label>
        <TextArea
          id={textId}
          dir="auto"
          rows={7}
          maxLength={MAX_SNIPPET_LENGTHS.text}
          value={snippet.text}
          onValue={(typed) => onChange({ ...snippet, text: typed })}
          className="max-h-80 min-h-24 w-full resize-y rounded-sm border border-control bg-surface px-2 py-1.5 text-base wrap-anywhere text-ink hover:border-muted"
        />
        <PlaceholderHelp />
      </div>
      {snippet.text.includes('{{') && (
        <div className="rounded-sm border border-line pt-1.5">
          <p className="px-3 text-xs text-faint">{text('settings.snippets.preview', { name: SAMPLE_NAME })}</p>
          <SnippetPreview text={renderSnippet(snippet.text, SAMPLE_FACTS).text} />
        </div>
      )}
      <div className="flex items-center justify-end gap-2">
        {hasTriedToSave && problem !== null && (
          <p role="alert" className="min-w-0 flex-1 text-sm text-danger">
            {problem}
          </p>
        )}
        <Button onClick={onCancel}>{text('settings.cancel')}</Button>
        <Button variant="primary" shortcut="mod+Enter" onClick={trySave}>
          {text('settings.save')}
        </Button>
      </div>
    </div>
  )
}

function PlaceholderHelp() {
  const fallback = text('settings.snippets.sampleFallback')
  return (
    <p className="text-sm text-faint">
      {richText('settings.snippets.placeholders', {
        example: <code>{`{{first_name|${fallback}}}`}</code>,
        fallback,
        names: FACT_NAMES.map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <code>{name}</code>
          </span>
        )),
        question: <code>{`{{${text('settings.snippets.sampleQuestion')}}}`}</code>,
        cursor: <code>{'{{cursor}}'}</code>,
      })}
    </p>
  )
}

function problemOf(snippet: Snippet, others: readonly Snippet[]): string | null {
  const problem = snippetProblem(snippet)
  if (problem !== null) return text('settings.snippets.invalid', { problem })
  const namesake = others.find((other) => other.name === snippet.name)
  if (namesake !== undefined) return text('settings.snippets.nameTaken', { name: namesake.name })
  const taken = others.find((other) => isSameShortcut(other.shortcut, snippet.shortcut))
  return taken === undefined
    ? null
    : text('settings.snippets.shortcutTaken', { name: taken.name, shortcut: snippet.shortcut })
}
