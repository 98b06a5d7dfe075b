import { Minus, Plus } from 'lucide-react'
import { useCallback, useEffect, useId, useState } from 'react'
import { currentLanguage } from '../shared/language.ts'
import { MIN_WIDE } from '../view/layout.ts'
import type { Look, LookChange } from '../shared/look.ts'
import { stepZoom } from '../shared/zoom.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { setContrast, useContrast } from '../ui/contrast.ts'
import { setDensity, useDensity } from '../ui/density.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { zoomWords } from './zoom.ts'
import { openCustomerInWideWindows, useView } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { Setting } from './setting.tsx'

const THEMES = [
  { value: 'system', label: text('settings.appearance.theme.system') },
  { value: 'light', label: text('settings.appearance.theme.light') },
  { value: 'dark', label: text('settings.appearance.theme.dark') },
] as const

const CONTRASTS = [
  { value: 'system', label: text('settings.appearance.contrast.system') },
  { value: 'high', label: text('settings.appearance.contrast.high') },
] as const

const DENSITIES = [
  { value: 'comfortable', label: text('settings.appearance.list.comfortable') },
  { value: 'compact', label: text('settings.appearance.list.compact') },
] as const

const ON_OFF = [
  { value: 'on', label: text('settings.on') },
  { value: 'off', label: text('settings.off') },
] as const

const LANGUAGES = [
  { value: 'system', label: text('settings.appearance.language.system') },
  // Each language in its own words, so that a user who reads no other one finds it.
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
] as const

/** The look of the window on this device, the same for all workspaces. */
export function AppearanceSection() {
  const [look, change] = useLook()
  const density = useDensity()
  const contrast = useContrast()
  const [themeId, contrastId, densityId, languageId, zoomId] = [useId(), useId(), useId(), useId(), useId()]
  if (look === null) return null
  const { theme, language, textLanguage, zoomLevel } = look
  return (
    <>
      <Setting
        title={text('settings.appearance.theme.title')}
        titleId={themeId}
        description={text('settings.appearance.theme.description')}
      >
        <Choice labelledBy={themeId} options={THEMES} value={theme} onChoose={(chosen) => change({ theme: chosen })} />
      </Setting>
      <Setting
        title={text('settings.appearance.contrast.title')}
        titleId={contrastId}
        description={text('settings.appearance.contrast.description')}
      >
        <Choice labelledBy={contrastId} options={CONTRASTS} value={contrast} onChoose={setContrast} />
      </Setting>
      <Setting
        title={text('settings.appearance.list.title')}
        titleId={densityId}
        description={text('settings.appearance.list.description')}
      >
        <Choice labelledBy={densityId} options={DENSITIES} value={density} onChoose={setDensity} />
      </Setting>
      <CustomerSetting />
      <Setting
        title={text('settings.appearance.language.title')}
        titleId={languageId}
        description={text('settings.appearance.language.description')}
      >
        <Choice
          labelledBy={languageId}
          options={LANGUAGES}
          value={language}
          onChoose={(chosen) => change({ language: chosen })}
        />
        {/* Not at once: arrow keys choose each language that they pass. */}
        {textLanguage !== currentLanguage() && (
          <Button size="sm" variant="primary" onClick={() => location.reload()}>
            {text('settings.appearance.language.reload')}
          </Button>
        )}
      </Setting>
      <Setting
        title={text('settings.appearance.zoom.title')}
        titleId={zoomId}
        description={text('settings.appearance.zoom.description')}
      >
        <div role="group" aria-labelledby={zoomId} className="flex items-center gap-1">
          <IconButton
            label={text('settings.appearance.zoom.out')}
            icon={<Minus size={14} />}
            size="sm"
            onClick={() => change({ zoomLevel: stepZoom(zoomLevel, 'out') })}
          />
          <span role="status" className="w-12 text-center text-base">
            {zoomWords(zoomLevel)}
          </span>
          <IconButton
            label={text('settings.appearance.zoom.in')}
            icon={<Plus size={14} />}
            size="sm"
            onClick={() => change({ zoomLevel: stepZoom(zoomLevel, 'in') })}
          />
          {zoomLevel !== 0 && (
            <Button size="sm" variant="ghost" onClick={() => change({ zoomLevel: 0 })}>
              {text('settings.appearance.zoom.reset')}
            </Button>
          )}
        </div>
      </Setting>
    </>
  )
}

function CustomerSetting() {
  const opensCustomer = useView((view) => view.opensCustomer)
  const titleId = useId()
  return (
    <Setting
      title={text('settings.appearance.customer.title')}
      titleId={titleId}
      description={text('settings.appearance.customer.description', { width: MIN_WIDE })}
    >
      <Choice
        labelledBy={titleId}
        options={ON_OFF}
        value={opensCustomer ? 'on' : 'off'}
        onChoose={(chosen) => openCustomerInWideWindows(chosen === 'on')}
      />
    </Setting>
  )
}

/** The current look. It is read again on resize, because the View menu and its shortcuts also zoom. */
function useLook(): [Look | null, (change: LookChange) => void] {
  const { bridge } = useWorkspace()
  const [look, setLook] = useState<Look | null>(null)
  const read = useCallback(async () => {
    const result = await bridge.readLook({})
    if (result.ok) setLook(result.value)
  }, [bridge])
  useEffect(() => {
    const onResize = (): void => void read()
    onResize()
    window.addEventListener('resize', onResize)
    return () => window.removeEventListener('resize', onResize)
  }, [read])
  const change = async (fields: LookChange): Promise<void> => {
    // The choice shows at once; what the main process could not save goes back.
    setLook((current) => current && { ...current, ...fields })
    const result = await bridge.setLook(fields)
    if (result.ok) setLook(result.value)
    else await read()
  }
  return [look, (fields) => void change(fields)]
}
