import { Star } from 'lucide-react'
import { Button } from '../../src/ui/button.tsx'
import { Choice } from '../../src/ui/choice.tsx'
import { IconButton } from '../../src/ui/icon-button.tsx'
import { Kbd } from '../../src/ui/kbd.tsx'
import { TextArea } from '../../src/ui/text-area.tsx'
import { TextField } from '../../src/ui/text-field.tsx'
import { type Forced, In, Row, Varies } from './specimen.tsx'

const VARIANTS = ['primary', 'secondary', 'ghost', 'danger'] as const
const STATES: readonly Forced[] = ['hover', 'focus', 'active']
const LONG = 'A label of many words that has less room than it needs, and is cut'
const OPTIONS = [
  { value: 'one', label: 'One' },
  { value: 'two', label: 'Two' },
] as const

const ignore = (): void => {}

/** What the user presses and types into. */
export function Controls() {
  return (
    <>
      {VARIANTS.map((variant) => (
        <Row key={variant} name={variant}>
          <Button variant={variant} shortcut="mod+k">
            Send
          </Button>
          {STATES.map((state) => (
            <In key={state} state={state}>
              <Button variant={variant}>{state}</Button>
            </In>
          ))}
          <Button variant={variant} disabled>
            Disabled
          </Button>
          <Button variant={variant} size="sm" icon={<Star size={13} />}>
            Small
          </Button>
          <div className="w-32">
            <Button variant={variant}>{LONG}</Button>
          </div>
        </Row>
      ))}
      <Row name="Icon button">
        <IconButton label="Star" icon={<Star size={16} />} />
        {STATES.map((state) => (
          <In key={state} state={state}>
            <IconButton label="Star" icon={<Star size={16} />} />
          </In>
        ))}
        <IconButton label="Star" icon={<Star size={16} />} disabled />
        <IconButton label="Star" icon={<Star size={14} />} size="sm" />
      </Row>
      <Row name="Keys">
        <Varies>
          <Kbd keys="mod+Enter" />
        </Varies>
        <Kbd keys="g i" />
        <Kbd keys="Escape" />
      </Row>
      <Row name="Choice">
        <h3 id="choice" className="sr-only">
          Choice
        </h3>
        <Choice labelledBy="choice" options={OPTIONS} value="one" onChoose={ignore} />
        <In state="focus">
          <Choice labelledBy="choice" options={OPTIONS} value="two" onChoose={ignore} />
        </In>
        <Choice labelledBy="choice" options={OPTIONS} value="one" onChoose={ignore} isDisabled />
      </Row>
      <Fields />
    </>
  )
}

function Fields() {
  return (
    <>
      <Row name="Field">
        <TextField className="w-44" label="Empty" placeholder="Placeholder" hint="A hint" />
        <TextField className="w-44" label="Error" defaultValue="1234" error="Enter a phone number" />
        <TextField className="w-44" label="Disabled" defaultValue="Value" disabled />
        {(['hover', 'focus'] as const).map((state) => (
          <In key={state} state={state}>
            <TextField className="w-44" label={state} defaultValue="Value" trailing={<Kbd keys="/" />} />
          </In>
        ))}
        <TextField className="w-44" label={LONG} defaultValue={LONG} />
        <TextField className="w-44" label="Masked" defaultValue="secret" isMasked />
        <Varies>
          <TextField className="w-44" label="Right to left" dir="auto" defaultValue="مرحبا" />
        </Varies>
      </Row>
      <Row name="Text area">
        <TextArea
          aria-label="Text area"
          value={LONG}
          onValue={ignore}
          className="h-14 w-60 rounded-sm border border-control bg-surface px-2 py-1.5 text-base text-ink"
        />
      </Row>
    </>
  )
}
