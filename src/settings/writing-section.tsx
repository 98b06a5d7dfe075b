import { useLiveQuery } from 'dexie-react-hooks'
import { useId, useState } from 'react'
import { readWritingSettings, saveWritingSettings, type SegmentPrice } from '../db/writing-settings.ts'
import { text } from '../strings/text.ts'
import { Choice } from '../ui/choice.tsx'
import { isMac } from '../ui/key-names.ts'
import { TextField } from '../ui/text-field.tsx'
import { useWorkspace } from '../workspace.tsx'
import { PRICE_EXAMPLE, priceWords, readSegmentPrice } from './segment-price.ts'
import { Setting } from './setting.tsx'

const ON_OFF = [
  { value: 'on', label: text('settings.on') },
  { value: 'off', label: text('settings.off') },
] as const

/** Spelling and the price of an SMS. */
export function WritingSection() {
  const { db } = useWorkspace()
  const settings = useLiveQuery(() => readWritingSettings(db), [db])
  const spellingId = useId()
  if (settings === undefined) return null
  return (
    <>
      {/* Clarion never downloads dictionaries, so spelling is checked only where the system has them. */}
      <Setting
        title={text('settings.writing.spelling.title')}
        titleId={spellingId}
        description={text(isMac() ? 'settings.writing.spelling.description' : 'settings.writing.spelling.unavailable')}
      >
        {isMac() && (
          <Choice
            labelledBy={spellingId}
            options={ON_OFF}
            value={settings.checksSpelling ? 'on' : 'off'}
            onChoose={(choice) => void saveWritingSettings(db, { checksSpelling: choice === 'on' })}
          />
        )}
      </Setting>
      <Setting title={text('settings.writing.price.title')} description={text('settings.writing.price.description')}>
        <PriceField
          price={settings.segmentPrice}
          onSave={(segmentPrice) => void saveWritingSettings(db, { segmentPrice })}
        />
      </Setting>
    </>
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
