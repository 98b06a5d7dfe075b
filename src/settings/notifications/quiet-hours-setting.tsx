import { useId, useState } from 'react'
import { minuteOf, type QuietHours, timeOf } from '../../notify/quiet-hours.ts'
import { text } from '../../strings/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { classNames } from '../../ui/class-names.ts'
import { writeDate } from '../../ui/date-words.ts'
import { daysOfWeek } from '../../ui/week-days.ts'
import { TextField } from '../../ui/text-field.tsx'
import { Setting } from '../setting.tsx'

type QuietHoursProps = { readonly quietHours: QuietHours; readonly onChange: (quietHours: QuietHours) => void }

/** When notifications are not shown. The times and days appear when quiet hours are on. */
export function QuietHoursSetting({ quietHours, onChange }: QuietHoursProps) {
  const titleId = useId()
  const { isOn } = quietHours
  const options = [
    { value: 'on', label: text('settings.on') },
    { value: 'off', label: text('settings.off') },
  ] as const
  return (
    <>
      <Setting
        title={text('settings.notifications.quiet.title')}
        titleId={titleId}
        description={text('settings.notifications.quiet.description')}
      >
        <Choice
          labelledBy={titleId}
          options={options}
          value={isOn ? 'on' : 'off'}
          onChoose={(value) => onChange({ ...quietHours, isOn: value === 'on' })}
        />
      </Setting>
      {isOn && <QuietTimes quietHours={quietHours} onChange={onChange} />}
    </>
  )
}

function QuietTimes({ quietHours, onChange }: QuietHoursProps) {
  const { fromMinute, untilMinute, days } = quietHours
  const isOvernight = untilMinute <= fromMinute
  return (
    <div className="mb-3 flex flex-wrap items-start gap-x-6 gap-y-3">
      <div className="flex items-start gap-3">
        <TimeField
          label={text('settings.notifications.quiet.from')}
          minute={fromMinute}
          onSave={(minute) => onChange({ ...quietHours, fromMinute: minute })}
        />
        <TimeField
          label={text('settings.notifications.quiet.until')}
          minute={untilMinute}
          hint={isOvernight ? text('settings.notifications.quiet.nextDay') : null}
          onSave={(minute) => onChange({ ...quietHours, untilMinute: minute })}
        />
      </div>
      <DayBoxes days={days} onChange={(chosen) => onChange({ ...quietHours, days: chosen })} />
    </div>
  )
}

type TimeFieldProps = {
  readonly label: string
  readonly minute: number
  readonly hint?: string | null
  readonly onSave: (minute: number) => void
}

/** Saves each valid time while it is typed. An empty field shows an error and keeps the previous time. */
function TimeField({ label, minute, hint = null, onSave }: TimeFieldProps) {
  const [value, setValue] = useState(timeOf(minute))
  const isValid = minuteOf(value) !== null
  return (
    <TextField
      type="time"
      label={label}
      value={value}
      hint={hint}
      error={isValid ? null : text('settings.notifications.quiet.enterTime', { time: clockWords(minute) })}
      className="w-32"
      onChange={({ target }) => {
        setValue(target.value)
        const read = minuteOf(target.value)
        if (read !== null) onSave(read)
      }}
    />
  )
}

/** As the system's clock shows it: "8:00 PM" or "20:00". */
function clockWords(minute: number): string {
  return writeDate(new Date(2023, 0, 1, 0, minute).getTime(), 'time')
}

type DayBoxesProps = { readonly days: readonly number[]; readonly onChange: (days: readonly number[]) => void }

function DayBoxes({ days, onChange }: DayBoxesProps) {
  const toggle = (day: number): void =>
    onChange(days.includes(day) ? days.filter((chosen) => chosen !== day) : [...days, day].toSorted((a, b) => a - b))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium text-muted">{text('settings.notifications.quiet.days')}</legend>
      <div className="flex flex-wrap gap-1">
        {daysOfWeek().map(({ day, name, shortName }) => (
          <label
            key={day}
            title={name}
            className={classNames(
              'relative flex h-8 min-w-10 items-center justify-center rounded-sm border px-1.5 text-base transition-colors',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
              days.includes(day)
                ? 'border-accent bg-accent-soft font-medium text-accent'
                : 'border-line-strong text-muted hover:bg-hover hover:text-ink',
            )}
          >
            <input
              type="checkbox"
              aria-label={name}
              checked={days.includes(day)}
              onChange={() => toggle(day)}
              className="absolute inset-0 appearance-none outline-none"
            />
            {shortName}
          </label>
        ))}
      </div>
      {days.length === 0 && (
        <p role="alert" className="mt-1 text-sm text-danger">
          {text('settings.notifications.quiet.noDays')}
        </p>
      )}
    </fieldset>
  )
}
