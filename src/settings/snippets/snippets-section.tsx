import { useLiveQuery } from 'dexie-react-hooks'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { deleteSnippet, listSnippets, saveSnippets, type Snippet } from '../../db/snippets.ts'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import { richText } from '../../strings/rich-text.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useWorkspace } from '../../workspace.tsx'
import { SnippetForm } from './snippet-form.tsx'
import { SnippetList } from './snippet-list.tsx'
import { NoteLine, type SnippetNote } from './snippet-note.tsx'
import { SnippetTransfer } from './snippet-transfer.tsx'
import { keepUnfinished, readUnfinished } from './unfinished-snippet.ts'

const NOT_STORED: SnippetNote = {
  text: text('settings.snippets.notSaved'),
  isError: true,
}

/** Adds, edits, deletes, imports and exports snippets. A deletion can be undone. */
export function SnippetsSection() {
  const { db, workspace } = useWorkspace()
  const snippets = useLiveQuery(() => listSnippets(db), [db])
  const [editing, setEditing] = useState(() => readUnfinished(workspace.id))
  const [note, setNote] = useState<SnippetNote | null>(null)
  if (snippets === undefined) return null

  const edit = (snippet: Snippet | null): void => setEditing(keepUnfinished(workspace.id, snippet))
  const begin = (snippet: Snippet): void => {
    setNote(null)
    edit(snippet)
  }
  const store = async (work: () => Promise<void>, done: SnippetNote | null): Promise<void> => {
    try {
      await work()
      setNote(done)
    } catch {
      setNote(NOT_STORED)
    }
  }
  const save = async (snippet: Snippet): Promise<void> =>
    store(async () => {
      await saveSnippets(db, [snippet])
      edit(null)
    }, null)
  const remove = async (snippet: Snippet): Promise<void> =>
    store(() => deleteSnippet(db, snippet), {
      text: text('settings.snippets.deleted', { name: snippet.name }),
      deleted: snippet,
    })

  if (editing !== null) {
    return (
      <>
        <SnippetForm
          snippet={editing}
          others={snippets.filter(({ id }) => id !== editing.id)}
          onChange={edit}
          onSave={(snippet) => void save(snippet)}
          onCancel={() => edit(null)}
        />
        <NoteLine note={note} onUndo={() => {}} />
      </>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <Intro />
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon={<Plus size={13} aria-hidden="true" />}
          onClick={() => begin({ id: crypto.randomUUID(), name: '', shortcut: '', text: '' })}
        >
          {text('settings.snippets.add')}
        </Button>
        <SnippetTransfer snippets={snippets} onNote={setNote} />
      </div>
      <NoteLine note={note} onUndo={(snippet) => void store(() => saveSnippets(db, [snippet]), null)} />
      <SnippetList snippets={snippets} onEdit={begin} onDelete={(snippet) => void remove(snippet)} />
    </div>
  )
}

/** How to insert a snippet, with the user's own shortcut. */
function Intro() {
  const keys = useShortcut('snippets')
  return (
    <p className="text-sm text-muted">
      {keys === undefined
        ? text('settings.snippets.introWithoutKey')
        : richText('settings.snippets.intro', { key: <Kbd keys={keys} isHeard /> })}
    </p>
  )
}
