import { type Drill, type DrillMemory, readMemory, stepOf } from './drill.ts'
import { useKeyLessons } from './store.ts'

/** Persisted: what this device remembers of the drill. */
const NAME = 'key-drill'

export function loadMemory(storage: Pick<Storage, 'getItem'> = localStorage): DrillMemory {
  return readMemory(storage.getItem(NAME))
}

/** Shows the drill as it is now, and remembers it. */
export function showDrill(drill: Drill, storage: Pick<Storage, 'setItem'> = localStorage): void {
  useKeyLessons.setState({ drill })
  remember(drill, stepOf(drill) === null, storage)
}

/** The user skips it, or closes the summary. */
export function endDrill(drill: Drill, storage: Pick<Storage, 'setItem'> = localStorage): void {
  useKeyLessons.setState({ drill: null })
  remember(drill, true, storage)
}

function remember({ done }: Drill, isOver: boolean, storage: Pick<Storage, 'setItem'>): void {
  const memory: DrillMemory = { isOver, done }
  storage.setItem(NAME, JSON.stringify(memory))
}
