import { Minus, Plus } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import type { Look } from '../shared/look.ts'
import type { Result } from '../shared/failure.ts'
import { stepZoom } from '../shared/zoom.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { setDensity, useDensity } from '../ui/density.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { zoomWords } from '../words/zoom.ts'
import { useWorkspace } from '../workspace.tsx'
import { Setting } from './setting.tsx'

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const DENSITIES = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const

/** The look of the window on this device, the same for all workspaces. */
export function AppearanceSection() {
  const [look, change] = useLook()
  const density = useDensity()
  const [themeId, densityId, zoomId] = [useId(), useId(), useId()]
  if (look === null) return null
  const { theme, zoomLevel } = look
  return (
    <>
      <Setting title="Theme" titleId={themeId} description="Light, dark, or the same as your system.">
        <Choice labelledBy={themeId} options={THEMES} value={theme} onChoose={(chosen) => change({ theme: chosen })} />
      </Setting>
      <Setting title="List" titleId={densityId} description="Compact shows one line of text for each conversation.">
        <Choice labelledBy={densityId} options={DENSITIES} value={density} onChoose={setDensity} />
      </Setting>
      <Setting title="Zoom" titleId={zoomId} description="Same as in the View menu.">
        <div role="group" aria-labelledby={zoomId} className="flex items-center gap-1">
          <IconButton
            label="Zoom out"
            icon={<Minus size={14} />}
            size="sm"
            onClick={() => change({ zoomLevel: stepZoom(zoomLevel, 'out') })}
          />
          <span role="status" className="w-12 text-center text-base">
            {zoomWords(zoomLevel)}
          </span>
          <IconButton
            label="Zoom in"
            icon={<Plus size={14} />}
            size="sm"
            onClick={() => change({ zoomLevel: stepZoom(zoomLevel, 'in') })}
          />
          {zoomLevel !== 0 && (
            <Button size="sm" variant="ghost" onClick={() => change({ zoomLevel: 0 })}>
              Reset zoom
            </Button>
          )}
        </div>
      </Setting>
    </>
  )
}

/** The current look. It is read again on resize, because the View menu and its shortcuts also zoom. */
function useLook(): [Look | null, (change: Partial<Look>) => void] {
  const { bridge } = useWorkspace()
  const [look, setLook] = useState<Look | null>(null)
  const apply = (result: Result<Look>): void => {
    if (result.ok) setLook(result.value)
  }
  useEffect(() => {
    const read = (): void => void bridge.readLook({}).then(apply)
    read()
    window.addEventListener('resize', read)
    return () => window.removeEventListener('resize', read)
  }, [bridge])
  return [look, (change) => void bridge.setLook(change).then(apply)]
}
