import { describe, expect, it } from 'vitest'
import { chooseDictionary } from '../../../src/spelling/choose-dictionary.ts'
import { detectLanguage } from '../../../src/spelling/detect-language.ts'

describe('detectLanguage', () => {
  it.each([
    ['Your order has shipped, thanks for waiting', 'en'],
    ['Hola', 'es'],
    ['Tu pedido ha salido, gracias por la espera', 'es'],
    ['Ihre Bestellung ist unterwegs, vielen Dank', 'de'],
    ['Votre commande est en route, merci pour', 'fr'],
    ['O seu pedido já saiu, obrigado', 'pt'],
    ['Grazie, il suo ordine è partito', 'it'],
    ['Bedankt, uw bestelling is onderweg', 'nl'],
    ['', null],
    ['Zxqv bnmp', null],
    ['مرحبا بك', null],
    ['12345 😀 https', null],
    ['THE ORDER AND YOUR NAME', 'en'],
  ])('of %j is %s', (text, language) => expect(detectLanguage(text)).toBe(language))

  it('goes by the end of a long text', () => {
    expect(detectLanguage(`${'the and your '.repeat(1_000)}${'el los gracias '.repeat(200)}`)).toBe('es')
  })
})

describe('chooseDictionary', () => {
  const FACTS = {
    settings: { checksSpelling: true, spellingLanguage: 'automatic' },
    text: '',
    hint: '',
    appLanguage: 'en',
    systemLocale: 'en-US',
  } as const

  it.each([
    ['the text', { text: 'Gracias por su pedido', hint: 'Where is my order?' }, 'es'],
    ['what the customer wrote, before the text says anything', { text: 'Re', hint: 'Hola, gracias' }, 'es'],
    ['the language of the app, when nothing says anything', { appLanguage: 'es' }, 'es'],
    ['no dictionary for German text', { text: 'Ihre Bestellung ist da' }, null],
    ['no dictionary for a German app, when nothing says anything', { appLanguage: 'de' }, null],
    ['English text in a German app', { text: 'Your order is on the way', appLanguage: 'de' }, 'en-US'],
    ['British English in Britain', { systemLocale: 'en-GB' }, 'en-GB'],
    ['British English in Australia', { systemLocale: 'en-AU' }, 'en-GB'],
    ['American English in Germany', { systemLocale: 'de-DE' }, 'en-US'],
    ['American English where the region is unknown', { systemLocale: 'en' }, 'en-US'],
  ])('is automatically by %s', (_, facts, dictionary) => {
    const chosen = chooseDictionary({ ...FACTS, ...facts })
    expect(chosen).toEqual(dictionary === null ? null : { dictionary, isCertain: false })
  })

  it('is what the user named, whatever the text is', () => {
    const settings = { checksSpelling: true, spellingLanguage: 'es' } as const
    const chosen = chooseDictionary({ ...FACTS, settings, text: 'Your order is on the way' })
    expect(chosen).toEqual({ dictionary: 'es', isCertain: true })
  })

  it('is none when spelling is off', () => {
    expect(chooseDictionary({ ...FACTS, settings: { checksSpelling: false, spellingLanguage: 'es' } })).toBeNull()
  })
})
