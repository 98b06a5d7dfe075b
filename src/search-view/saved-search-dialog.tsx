import { useState, type FormEvent } from 'react'
import { deleteSavedSearch, MAX_SEARCH_NAME_LENGTH, type SavedSearch, saveSearch } from '../db/saved-searches.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { openDialog, showToast, useView } from '../view.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { useWorkspace } from '../workspace.tsx'
import { nameProblem, suggestedName } from './saved-search-words.ts'
import { useSavedSearches } from './use-saved-searches.ts'

/** Saves the current search under a name, next to the views, or renames or deletes a saved one. */
export function SavedSearchDialog() {
  const text = useView((view) => view.search)?.trim() ?? ''
  const all = useSavedSearches()
  if (all === null || text === '') return null
  return <Form text={text} all={all} saved={all.find((search) => search.text === text)} />
}

type FormProps = {
  readonly text: string
  readonly all: readonly SavedSearch[]
  /** Undefined when the search is not saved yet. */
  readonly saved: SavedSearch | undefined
}

function Form({ text, all, saved }: FormProps) {
  const { db } = useWorkspace()
  const [name, setName] = useState(saved?.name ?? suggestedName(text))
  const [hasTriedToSave, setTriedToSave] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const others = all.filter((search) => search.id !== saved?.id)
  const problem = nameProblem(name, others)
  const close = (): void => openDialog('none')
  const store = (work: Promise<void>, message: string): void => {
    void work.then(
      () => {
        close()
        showToast(message)
      },
      () => setFailed(true),
    )
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    setTriedToSave(true)
    if (problem !== null) return
    const newName = harmlessLine(name)
    store(
      saveSearch(db, { id: saved?.id ?? crypto.randomUUID(), name: newName, text }),
      saved === undefined ? `“${newName}” saved to views` : `Renamed to “${newName}”`,
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={saved === undefined ? 'Save search as view' : 'Saved search'}
      description={
        <>
          Always shows the current results for{' '}
          <bdi className="font-medium text-ink wrap-anywhere">{harmlessLine(text)}</bdi>. Saved on this device.
        </>
      }
      footer={
        <>
          {saved !== undefined && (
            <Button
              variant="ghost"
              className="mr-auto"
              onClick={() => store(deleteSavedSearch(db, saved), `“${saved.name}” deleted`)}
            >
              Delete
            </Button>
          )}
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" type="submit" form="saved-search">
            {saved === undefined ? 'Save' : 'Rename'}
          </Button>
        </>
      }
    >
      <form id="saved-search" onSubmit={save} className="pt-2">
        <TextField
          label="Name"
          dir="auto"
          autoComplete="off"
          maxLength={MAX_SEARCH_NAME_LENGTH}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={
            hasFailed
              ? 'Couldn’t save the search. Free up disk space, then try again.'
              : hasTriedToSave
                ? problem
                : null
          }
        />
      </form>
    </Dialog>
  )
}
