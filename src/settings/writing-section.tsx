import { useLiveQuery } from 'dexie-react-hooks'
import { useId, useState } from 'react'
import { readWritingSettings, saveWritingSettings, type SegmentPrice } from '../db/writing-settings.ts'
import { Choice } from '../ui/choice.tsx'
import { isMac } from '../ui/key-names.ts'
import { TextField } from '../ui/text-field.tsx'
import { useWorkspace } from '../workspace.tsx'
import { priceWords, readSegmentPrice } from './segment-price.ts'
import { Setting } from './setting.tsx'

const ON_OFF = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const

/** Spelling and the price of an SMS. */
export function WritingSection() {
  const { db } = useWorkspace()
  const settings = useLiveQuery(() => readWritingSettings(db), [db])
  const spellingId = useId()
  if (settings === undefined) return null
  return (
    <>
      <Setting title="Check spelling" titleId={spellingId} description={spellingWords(isMac())}>
        {isMac() && (
          <Choice
            labelledBy={spellingId}
            options={ON_OFF}
            value={settings.checksSpelling ? 'on' : 'off'}
            onChoose={(choice) => void saveWritingSettings(db, { checksSpelling: choice === 'on' })}
          />
        )}
      </Setting>
      <Setting
        title="Price per SMS segment"
        description="What your carrier charges. The composer then estimates the cost of each SMS. Leave empty to count segments only."
      >
        <PriceField
          price={settings.segmentPrice}
          onSave={(segmentPrice) => void saveWritingSettings(db, { segmentPrice })}
        />
      </Setting>
    </>
  )
}

/** Clarion never downloads dictionaries, so spelling is checked only where the system has them. */
function spellingWords(hasDictionaries: boolean): string {
  return hasDictionaries
    ? 'Underlines words that aren’t in the macOS dictionaries. Your text never leaves this computer.'
    : 'Not available on this system: its dictionaries would have to be downloaded from a third party.'
}

type PriceFieldProps = { readonly price: SegmentPrice | null; readonly onSave: (price: SegmentPrice | null) => void }

/** Saves each valid price while typing. An invalid one shows an error and keeps the previous price. */
function PriceField({ price, onSave }: PriceFieldProps) {
  const [text, setText] = useState(priceWords(price))
  const read = readSegmentPrice(text)
  return (
    <TextField
      label="Price per SMS segment"
      hideLabel
      autoComplete="off"
      spellCheck={false}
      placeholder="0.0075 USD"
      value={text}
      error={read.ok ? null : read.problem}
      className="w-48"
      onChange={(event) => {
        const typed = event.target.value
        setText(typed)
        const next = readSegmentPrice(typed)
        if (next.ok) onSave(next.price)
      }}
    />
  )
}
