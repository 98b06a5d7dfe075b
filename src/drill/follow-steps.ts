import { useView } from '../view/view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import { ELEMENT_IDS } from '../ui/element-ids.ts'
import { type Standing, type StepId, stepOfChange, type Way } from './drill.ts'

type Parts = Pick<OpenWorkspace, 'catalogue' | 'outboxFeed'>

/** Reports each step that the user has really done, by key or by mouse. Returns the function that stops it. */
export function followSteps({ catalogue, outboxFeed }: Parts, report: (step: StepId, way: Way) => void): () => void {
  let way: Way = 'key'
  /** The conversations that were selected: as they were, and whether they differed since. */
  const seen = new Map<string, { readonly first: Standing; wasChanged: boolean }>()
  const sent = new Set(outboxFeed.ops()?.map(({ id }) => id))
  const did = (step: StepId): void => report(step, way)

  function standingOf(id: string): Standing {
    const isFinished = catalogue.isIn('resolved', id) || catalogue.isIn('closed', id)
    return { isFinished, isStarred: catalogue.isIn('starred', id) }
  }
  function noteSelected(id: string | null): void {
    if (id !== null && !seen.has(id)) seen.set(id, { first: standingOf(id), wasChanged: false })
  }
  function readChanges(): void {
    for (const [id, entry] of seen) {
      const step = stepOfChange(entry.first, standingOf(id), entry.wasChanged)
      entry.wasChanged = step === 'resolve' || step === 'star'
      if (step !== null) did(step)
    }
  }
  function readSends(): void {
    for (const { id, intent } of outboxFeed.ops() ?? []) {
      if (sent.has(id)) continue
      sent.add(id)
      if (intent.kind === 'send') did('send')
    }
  }
  const noteKey = (): void => void (way = 'key')
  const notePointer = (): void => void (way = 'pointer')
  const noteFocus = ({ target }: FocusEvent): void => {
    if (target instanceof Element && target.id === ELEMENT_IDS.replyField) did('reply')
  }
  noteSelected(useView.getState().selectedId)
  document.addEventListener('keydown', noteKey, true)
  document.addEventListener('pointerdown', notePointer, true)
  document.addEventListener('focusin', noteFocus)
  const stops = [
    useView.subscribe(({ selectedId, dialog }, before) => {
      if (selectedId !== null && selectedId !== before.selectedId) {
        noteSelected(selectedId)
        did('next')
      }
      if (dialog === 'palette' && before.dialog !== 'palette') did('palette')
    }),
    catalogue.subscribe(readChanges),
    outboxFeed.subscribe(readSends),
  ]
  return () => {
    for (const stop of stops) stop()
    document.removeEventListener('keydown', noteKey, true)
    document.removeEventListener('pointerdown', notePointer, true)
    document.removeEventListener('focusin', noteFocus)
  }
}
