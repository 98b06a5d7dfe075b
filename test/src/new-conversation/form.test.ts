import { expect, it } from 'vitest'
import { chosenName, clearForm, keepForm, readForm, suggestName } from '../../../src/new-conversation/form.ts'

it('keeps the form until it is cleared', () => {
  keepForm('w1', { ...readForm('w1'), to: '+1555', message: 'Hello' })
  keepForm('w1', { ...readForm('w1'), channel: 'whatsapp' })
  expect(readForm('w1')).toMatchObject({ channel: 'whatsapp', to: '+1555', message: 'Hello' })
})

it('keeps the forms of workspaces apart', () => {
  keepForm('w1', { ...readForm('w1'), message: 'For account one' })
  keepForm('w2', { ...readForm('w2'), to: '+44' })
  expect(readForm('w2')).toMatchObject({ to: '+44', message: '' })
  expect(readForm('w1').message).toBe('For account one')
})

it('keeps the channel after a start', () => {
  keepForm('w1', { channel: 'email', channelFor: '', to: 'a@b.co', name: 'Ana', nameFor: '', message: 'Hello' })
  clearForm('w1')
  expect(readForm('w1')).toEqual({ channel: 'email', channelFor: '', to: '', name: '', nameFor: '', message: '' })
})

it('forgets the channel that was suggested for a customer', () => {
  keepForm('w1', { channel: 'whatsapp', channelFor: '+1555', to: '+1555', name: 'Ana', nameFor: '', message: 'Hello' })
  clearForm('w1')
  expect(readForm('w1')).toMatchObject({ channel: null, channelFor: '' })
})

it('fills in the address of the recipient, and its channel', () => {
  const recipient = { channel: 'email', phone: '+1555', email: 'a@b.co', name: 'Ana' } as const
  expect(readForm('for Ana', recipient)).toEqual({
    to: 'a@b.co',
    channel: 'email',
    channelFor: '',
    name: 'Ana',
    nameFor: '',
    message: '',
  })
})

it('replaces the name of an earlier suggestion, and drops it for another address', () => {
  const empty = readForm('names')
  const toAna = { ...empty, to: '+1555', ...suggestName(empty, 'Ana', '+1555') }
  expect(chosenName(toAna)).toBe('Ana')
  expect(chosenName({ ...toAna, to: '+1556' })).toBe('')
  expect(chosenName({ ...toAna, to: '+1556', ...suggestName(toAna, 'Ben', '+1556') })).toBe('Ben')
  expect(chosenName({ ...toAna, to: '+1556', ...suggestName(toAna, null, '+1556') })).toBe('')
})

it('keeps a name that the user has typed', () => {
  const typed = { ...readForm('names'), name: 'Annie' }
  expect(chosenName({ ...typed, to: '+1555', ...suggestName(typed, 'Ana', '+1555') })).toBe('Annie')
})
