import { useLiveQuery } from 'dexie-react-hooks'
import { useId, useState } from 'react'
import {
  readWritingSettings,
  saveWritingSettings,
  type SegmentPrice,
  type SpellingLanguage,
  type WritingSettings,
} from '../db/writing-settings.ts'
import { text } from '../strings/text.ts'
import { Choice } from '../ui/choice.tsx'
import { isMac } from '../ui/key-names.ts'
import { TextField } from '../ui/text-field.tsx'
import { useWorkspace } from '../workspace.tsx'
import { OwnWords } from './own-words.tsx'
import { PRICE_EXAMPLE, priceWords, readSegmentPrice } from './segment-price.ts'
import { Setting } from './setting.tsx'

const ON_OFF = [
  { value: 'on', label: text('settings.on') },
  { value: 'off', label: text('settings.off') },
] as const

/** macOS chooses the language by itself. */
const LANGUAGES = [
  { value: 'off', label: text('settings.off') },
  { value: 'automatic', label: text('settings.writing.spelling.automatic') },
  { value: 'en-US', label: text('settings.writing.spelling.american') },
  { value: 'en-GB', label: text('settings.writing.spelling.british') },
  { value: 'es', label: text('settings.writing.spelling.spanish') },
] as const satisfies readonly { readonly value: SpellingLanguage | 'off'; readonly label: string }[]

/** Spelling and the price of an SMS. */
export function WritingSection() {
  const { db } = useWorkspace()
  const settings = useLiveQuery(() => readWritingSettings(db), [db])
  const spellingId = useId()
  if (settings === undefined) return null
  return (
    <>
      <Setting
        title={text('settings.writing.spelling.title')}
        titleId={spellingId}
        description={text(
          isMac() ? 'settings.writing.spelling.description' : 'settings.writing.spelling.ownDescription',
        )}
      >
        <SpellingChoice
          labelledBy={spellingId}
          settings={settings}
          onChange={(change) => void saveWritingSettings(db, change)}
        />
      </Setting>
      {!isMac() && <OwnWords />}
      <Setting title={text('settings.writing.price.title')} description={text('settings.writing.price.description')}>
        <PriceField
          price={settings.segmentPrice}
          onSave={(segmentPrice) => void saveWritingSettings(db, { segmentPrice })}
        />
      </Setting>
    </>
  )
}

type SpellingChoiceProps = {
  readonly labelledBy: string
  readonly settings: WritingSettings
  readonly onChange: (change: Partial<WritingSettings>) => void
}

function SpellingChoice({ labelledBy, settings, onChange }: SpellingChoiceProps) {
  const { checksSpelling, spellingLanguage } = settings
  if (isMac()) {
    return (
      <Choice
        labelledBy={labelledBy}
        options={ON_OFF}
        value={checksSpelling ? 'on' : 'off'}
        onChoose={(choice) => onChange({ checksSpelling: choice === 'on' })}
      />
    )
  }
  return (
    <Choice
      labelledBy={labelledBy}
      options={LANGUAGES}
      value={checksSpelling ? spellingLanguage : 'off'}
      onChoose={(choice) =>
        onChange(choice === 'off' ? { checksSpelling: false } : { checksSpelling: true, spellingLanguage: choice })
      }
    />
  )
}

type PriceFieldProps = { readonly price: SegmentPrice | null; readonly onSave: (price: SegmentPrice | null) => void }

/** Saves each valid price while typing. An invalid one shows an error and keeps the previous price. */
function PriceField({ price, onSave }: PriceFieldProps) {
  const [value, setValue] = useState(priceWords(price))
  const read = readSegmentPrice(value)
  return (
    <TextField
      label={text('settings.writing.price.title')}
      hideLabel
      autoComplete="off"
      spellCheck={false}
      placeholder={PRICE_EXAMPLE}
      value={value}
      error={read.ok ? null : read.problem}
      className="w-48"
      onChange={(event) => {
        const typed = event.target.value
        setValue(typed)
        const next = readSegmentPrice(typed)
        if (next.ok) onSave(next.price)
      }}
    />
  )
}
