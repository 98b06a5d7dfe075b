import { useState, type FormEvent } from 'react'
import { useSavedSearches } from '../acts/use-saved-searches.ts'
import { useShownWorkspaces } from '../acts/use-shown-workspaces.ts'
import type { Database } from '../db/database.ts'
import { deleteSavedSearch, MAX_SEARCH_NAME_LENGTH, type SavedSearch, saveSearch } from '../db/saved-searches.ts'
import { richText } from '../strings/rich-text.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { openDialog, useView } from '../view/view.ts'
import { showToast } from '../view/toasts.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { nameProblem, suggestedName } from './saved-search-words.ts'

/** Saves the current search under a name, next to the views, or renames or deletes a saved one. In All inboxes, in every workspace. */
export function SavedSearchDialog() {
  const query = useView((view) => view.search)?.trim() ?? ''
  const all = useSavedSearches()
  if (all === null || query === '') return null
  return <Form query={query} all={all} saved={all.find((search) => search.text === query)} />
}

type FormProps = {
  readonly query: string
  readonly all: readonly SavedSearch[]
  /** Undefined when the search is not saved yet. */
  readonly saved: SavedSearch | undefined
}

function Form({ query, all, saved }: FormProps) {
  const workspaces = useShownWorkspaces()
  const isAll = useView((view) => view.acting !== null)
  const [name, setName] = useState(saved?.name ?? suggestedName(query))
  const [hasTriedToSave, setTriedToSave] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const others = all.filter((search) => search.id !== saved?.id)
  const problem = nameProblem(name, others)
  const close = (): void => openDialog('none')
  const store = (work: (db: Database) => Promise<void>, message: string): void => {
    void Promise.all(workspaces.map(({ db }) => work(db))).then(
      () => {
        close()
        showToast(message, { tone: 'done' })
      },
      () => setFailed(true),
    )
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    setTriedToSave(true)
    if (problem !== null) return
    const newName = harmlessLine(name)
    const search = { id: saved?.id ?? crypto.randomUUID(), name: newName, text: query }
    store(
      (db) => saveSearch(db, search),
      saved === undefined
        ? text('search.saved.done', { name: newName })
        : text('search.saved.renamed', { name: newName }),
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={saved === undefined ? text('search.save') : text('search.saved.title')}
      description={richText(isAll ? 'search.saved.textAll' : 'search.saved.text', {
        text: harmlessLine(query),
        query: (shown) => <bdi className="font-medium text-ink wrap-anywhere">{shown}</bdi>,
      })}
      footer={
        <>
          {saved !== undefined && (
            <Button
              variant="ghost"
              className="me-auto"
              onClick={() =>
                store((db) => deleteSavedSearch(db, saved), text('search.saved.deleted', { name: saved.name }))
              }
            >
              {text('search.saved.delete')}
            </Button>
          )}
          <Button onClick={close}>{text('search.saved.cancel')}</Button>
          <Button variant="primary" type="submit" form="saved-search">
            {saved === undefined ? text('search.saved.save') : text('search.saved.rename')}
          </Button>
        </>
      }
    >
      <form id="saved-search" onSubmit={save} className="pt-2">
        <TextField
          label={text('search.saved.name')}
          dir="auto"
          autoComplete="off"
          maxLength={MAX_SEARCH_NAME_LENGTH}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={hasFailed ? text('search.saved.failed') : hasTriedToSave ? problem : null}
        />
      </form>
    </Dialog>
  )
}
