import { useEffect, useState } from 'react'
import { keyMeter } from '../../commands/keys/key-meter.ts'
import { startOf } from '../../shared/speed/start-phases.ts'
import { readStartMarks } from '../../ui/start-marks.ts'
import { useWorkspace } from '../../workspace.tsx'
import type { Blocks, Speed } from './speed-words.ts'

/** How often the figures are read while the section is open, ms. */
const REFRESH_MS = 1_000

/** The figures, refreshed while the section is open. Null before the first read. */
export function useSpeed(): Speed | null {
  const { bridge } = useWorkspace()
  const [speed, setSpeed] = useState<Speed | null>(null)
  useEffect(() => {
    let isGone = false
    let storedBytes: number | undefined
    const blocks = watchBlocks()
    const refresh = async (): Promise<void> => {
      const main = await bridge.readSpeed({})
      if (isGone || !main.ok) return
      const { processes, ...times } = main.value
      const start = startOf(times, readStartMarks())
      setSpeed({ keys: keyMeter.read(), blocks: blocks.read(), start, processes, storedBytes })
    }
    // Once: the browser adds up files for it.
    const estimated = navigator.storage.estimate().then(
      ({ usage }) => {
        storedBytes = usage
      },
      () => {},
    )
    void estimated.then(refresh)
    const timer = setInterval(() => void refresh(), REFRESH_MS)
    return () => {
      isGone = true
      clearInterval(timer)
      blocks.stop()
    }
  }, [bridge])
  return speed
}

/** Reads the long tasks that the browser has kept since the page began, and counts those that it did not keep. */
function watchBlocks(): { readonly read: () => Blocks; readonly stop: () => void } {
  let blocks: Blocks = { count: 0, longestMs: 0 }
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return { read: () => blocks, stop: () => {} }
  const observer = new PerformanceObserver((list, _, { droppedEntriesCount = 0 } = {}) => {
    const durations = list.getEntries().map(({ duration }) => duration)
    blocks = {
      count: blocks.count + durations.length + droppedEntriesCount,
      longestMs: Math.max(blocks.longestMs, ...durations),
    }
  })
  observer.observe({ type: 'longtask', buffered: true })
  return { read: () => blocks, stop: () => observer.disconnect() }
}
