import { type ComponentType, useEffect, useState } from 'react'
import { isMissingFile } from '../ui/missing-file.ts'
import { nextFrame } from '../ui/next-frame.ts'
import { preloaded } from '../ui/preloaded.tsx'
import { useKeyLessons } from './store.ts'

const Nothing = (): null => null
// Loaded after the first paint. Where a file is missing after an update, there are no lessons.
const DrillCard = preloaded(async () => (await import('./drill-card.tsx')).DrillCard, Nothing)
const HintCard = preloaded(async () => (await import('./hint-card.tsx')).HintCard, Nothing)

/** Where the key drill or a hint is shown. It covers nothing and takes no focus. */
export function KeyPlace({ className }: { readonly className: string }) {
  const { drill, hint } = useKeyLessons()
  if (drill === null && hint === null) return null
  return (
    <div className={className}>
      {drill !== null ? <DrillCard drill={drill} /> : hint !== null && <HintCard {...hint} />}
    </div>
  )
}

/** What teaches the keys. Loaded once the first frame is on screen. */
export function KeyTeacher() {
  const [Teacher, setTeacher] = useState<ComponentType | null>(null)
  useEffect(() => {
    let isGone = false
    void loadTeacher().then((Loaded) => {
      if (!isGone) setTeacher(() => Loaded)
    })
    return () => {
      isGone = true
    }
  }, [])
  return Teacher === null ? null : <Teacher />
}

async function loadTeacher(): Promise<ComponentType | null> {
  await nextFrame()
  try {
    return (await import('./teacher.tsx')).Teacher
  } catch (error) {
    if (isMissingFile(error)) return null
    throw error
  }
}
