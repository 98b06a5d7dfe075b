import type { POLICY_EN } from './policy-en.ts'

export const POLICY_DE = {
  'policy.access':
    'Die Richtliniendatei {path} kann nicht verwendet werden: Ihre Berechtigungen lassen sich nicht prüfen.',
  'policy.certificates':
    'Die Richtliniendatei {path} kann nicht verwendet werden: Ihre Zertifikatsdatei fehlt, gehört nicht der Administration oder enthält kein gültiges Zertifikat.',
  'policy.huge': 'Die Richtliniendatei {path} kann nicht verwendet werden: Sie ist größer als 64\u00a0KB.',
  'policy.json': 'Die Richtliniendatei {path} kann nicht verwendet werden: Sie ist kein vollständiges JSON.',
  'policy.owner': 'Die Richtliniendatei {path} kann nicht verwendet werden: Sie gehört nicht der Administration.',
  'policy.unknownField': 'Die Richtliniendatei {path} kann nicht verwendet werden: „{field}“ ist kein bekanntes Feld.',
  'policy.unreadable': 'Die Richtliniendatei {path} kann nicht gelesen werden.',
  'policy.writable':
    'Die Richtliniendatei {path} kann nicht verwendet werden: Sie lässt sich ohne Administratorrechte ändern.',
  'policy.wrongValue': 'Die Richtliniendatei {path} kann nicht verwendet werden: „{field}“ hat keinen gültigen Wert.',
} as const satisfies Record<keyof typeof POLICY_EN, string>
