import type { EN } from './en.ts'

export const DE = {
  'switch.refused':
    'Clarion wurde mit {name} aufgerufen. Das ist nicht erlaubt. Nur bekannte Optionen sind möglich, weil andere die App und ihren API-Schlüssel für fremde Programme öffnen können.',
  'switch.title': 'Clarion wurde nicht gestartet',
} satisfies Record<keyof typeof EN, string>
