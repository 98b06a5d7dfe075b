import { describe, expect, it } from 'vitest'
import { parseTo } from '../../../src/new-conversation/to-address.ts'

describe('parseTo', () => {
  it.each([
    ['', 'empty', ''],
    [' \u200b\u2060 ', 'empty', ''],
    ['Ana', 'name', 'Ana'],
    ['Ana Bell', 'name', 'Ana Bell'],
    ['محمد', 'name', 'محمد'],
    ['+49 30 1234567', 'phone', '+49 30 1234567'],
    ['030 1234567', 'phone', '030 1234567'],
    ['123', 'phone', '123'],
    ['+1 555 CALL NOW', 'phone', '+1 555 CALL NOW'],
    ['+1 555 010 0199 ext. 12', 'phone', '+1 555 010 0199 ext. 12'],
    ['\u202a+1 555‑010‑0199\u202c', 'phone', '+1 555-010-0199'],
    ['+٤٩ ٣٠ ١٢٣٤٥٦٧', 'phone', '+49 30 1234567'],
    ['tel:+49-30-1234567', 'phone', '+49-30-1234567'],
    ['tel:%2B49301234567', 'phone', '+49301234567'],
    ['sms:+49301234567?body=Hi', 'phone', '+49301234567'],
    ['https://wa.me/49301234567', 'phone', '+49301234567'],
    ['wa.me/49301234567?text=Hi', 'phone', '+49301234567'],
    ['https://api.whatsapp.com/send?phone=49301234567&text=Hi', 'phone', '+49301234567'],
    ['https://api.whatsapp.com/send?phone=%2B49301234567&text=Hi', 'phone', '+49301234567'],
    ['https://web.whatsapp.com/send/?text=Hi&phone=%2b49301234567', 'phone', '+49301234567'],
    ['whatsapp://send?phone=%2B49301234567', 'phone', '+49301234567'],
    ['ana@example.com', 'email', 'ana@example.com'],
    ['\u200bana@example.com\u2060', 'email', 'ana@example.com'],
    ['mailto:ana@example.com?subject=Hi', 'email', 'ana@example.com'],
    ['mailto:ana%2Bx@example.com', 'email', 'ana+x@example.com'],
    ['mailto:ana%', 'email', 'ana%'],
    ['ana@', 'email', 'ana@'],
    ['a@b.co, c@d.co', 'several', 'a@b.co, c@d.co'],
    ['a@b.co c@d.co', 'several', 'a@b.co c@d.co'],
    ['Ana <a@b.co>; Ben <c@d.co>', 'several', 'Ana <a@b.co>; Ben <c@d.co>'],
    ['+49 30 1234567, +49 30 7654321', 'several', '+49 30 1234567, +49 30 7654321'],
  ])('%j is %s %j', (typed, kind, address) => {
    expect(parseTo(typed)).toMatchObject({ kind, address, name: '' })
  })

  it.each([
    ['Ana Bell <ana@example.com>', 'email', 'ana@example.com', 'Ana Bell'],
    ['"Bell, Ana" <ana@example.com>', 'email', 'ana@example.com', 'Bell, Ana'],
    ['Bell, Ana <ana@example.com>', 'email', 'ana@example.com', 'Bell, Ana'],
    ['<ana@example.com>', 'email', 'ana@example.com', ''],
    ['Ana <+49 30 1234567>', 'phone', '+49 30 1234567', 'Ana'],
    ['דוד <david@example.com>', 'email', 'david@example.com', 'דוד'],
  ])('reads the name in %j', (typed, kind, address, name) => {
    expect(parseTo(typed)).toMatchObject({ kind, address, name })
  })

  it('knows the links of WhatsApp', () => {
    expect([parseTo('wa.me/49301234567').isWhatsApp, parseTo('+49301234567').isWhatsApp]).toEqual([true, false])
  })
})
