import { expect, it } from 'vitest'
import { clearForm, keepForm, readForm } from '../../../src/new-conversation/form.ts'

it('keeps the form until it is cleared', () => {
  keepForm('w1', { ...readForm('w1'), phone: '+1555', message: 'Hello' })
  keepForm('w1', { ...readForm('w1'), channel: 'whatsapp' })
  expect(readForm('w1')).toMatchObject({ channel: 'whatsapp', phone: '+1555', message: 'Hello' })
})

it('keeps the forms of workspaces apart', () => {
  keepForm('w1', { ...readForm('w1'), message: 'For account one' })
  keepForm('w2', { ...readForm('w2'), phone: '+44' })
  expect(readForm('w2')).toMatchObject({ phone: '+44', message: '' })
  expect(readForm('w1').message).toBe('For account one')
})

it('keeps the channel after a start', () => {
  keepForm('w1', { channel: 'email', phone: '', email: 'a@b.co', name: 'Ana', message: 'Hello' })
  clearForm('w1')
  expect(readForm('w1')).toEqual({ channel: 'email', phone: '', email: '', name: '', message: '' })
})
