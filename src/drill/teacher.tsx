import { useEffect } from 'react'
import { nameOf } from '../commands/keys/keymap.ts'
import { findCommand } from '../commands/registry.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { text } from '../strings/text.ts'
import { isMac, keyWords } from '../ui/key-names.ts'
import { useView } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { afterStep, isOffered, startDrill } from './drill.ts'
import { followClicks } from './follow-clicks.ts'
import { followSteps } from './follow-steps.ts'
import { loadMemory, showDrill } from './memory.ts'
import { drillAnnouncement } from './step-words.ts'
import { useKeyLessons } from './store.ts'

/** Long enough to read a hint, ms. */
const HINT_MS = 12_000

/** Runs the key drill and the hints. Shows nothing: it announces to assistive technology what the cards show. */
export function Teacher() {
  const { drill, hint } = useKeyLessons()
  useFollowedClicks()
  useDrill()
  return (
    // A dialog hides the rest of the window, but nothing with aria-live, which would be announced again when the dialog has closed.
    <p role="status" aria-live="polite" className="sr-only">
      {drill !== null ? drillAnnouncement(drill) : hint !== null ? hintWords(hint.commandId, hint.keys) : ''}
    </p>
  )
}

function useFollowedClicks(): void {
  useEffect(() => followClicks(localStorage, Date.now), [])
  const hint = useKeyLessons((lessons) => lessons.hint)
  useEffect(() => {
    if (hint === null) return
    const timer = setTimeout(() => useKeyLessons.setState({ hint: null }), HINT_MS)
    return () => clearTimeout(timer)
  }, [hint])
}

/** Starts the drill in a new demo and by command, and moves on with each step. */
function useDrill(): void {
  const { workspace, catalogue, outboxFeed } = useWorkspace()
  const isDemo = workspace.kind === 'demo'
  const isRunning = useKeyLessons(({ drill }) => drill !== null)
  useEffect(() => {
    const memory = loadMemory()
    if (isOffered(isDemo ? 'demo' : 'api', memory)) showDrill(startDrill(isDemo, memory.done))
    const unsubscribe = useView.subscribe(({ drillRound }, before) => {
      if (drillRound > before.drillRound) showDrill(startDrill(isDemo))
    })
    return () => {
      unsubscribe()
      useKeyLessons.setState({ drill: null, hint: null })
    }
  }, [isDemo])
  useEffect(() => {
    if (!isRunning) return
    return followSteps({ catalogue, outboxFeed }, (step, way) => {
      const { drill } = useKeyLessons.getState()
      const next = drill === null ? null : afterStep(drill, step, way)
      if (next !== null && next !== drill) showDrill(next)
    })
  }, [isRunning, catalogue, outboxFeed])
}

function hintWords(commandId: string, keys: string): string {
  const command = findCommand(commandId)
  const name = command === undefined ? '' : nameOf(command, useCommandSettings.getState())
  return text('drill.hintFor', { name, key: keyWords(keys, isMac()) })
}
