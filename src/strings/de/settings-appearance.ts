import type { settingsAppearance as english } from '../en/settings-appearance.ts'

export const settingsAppearance = {
  'settings.appearance.theme.title': 'Farbschema',
  'settings.appearance.theme.description': 'Hell, dunkel oder wie Ihr System.',
  'settings.appearance.theme.system': 'System',
  'settings.appearance.theme.light': 'Hell',
  'settings.appearance.theme.dark': 'Dunkel',
  'settings.appearance.contrast.title': 'Kontrast',
  'settings.appearance.contrast.description': '„Hoch“ hebt Texte und Rahmen stärker hervor.',
  'settings.appearance.contrast.system': 'System',
  'settings.appearance.contrast.high': 'Hoch',
  'settings.appearance.list.title': 'Liste',
  'settings.appearance.list.description': '„Kompakt“ zeigt eine Zeile Text je Unterhaltung.',
  'settings.appearance.list.comfortable': 'Geräumig',
  'settings.appearance.list.compact': 'Kompakt',
  'settings.appearance.customer.title': 'Kundendetails in breiten Fenstern öffnen',
  'settings.appearance.customer.description':
    'Ab {width, number} Pixeln. Wenn die Kundendetails geschlossen werden, bleiben sie es bis zum nächsten Start.',
  'settings.appearance.language.title': 'Sprache',
  'settings.appearance.language.description':
    'Gilt, sobald das Fenster neu geladen ist. Datum und Zahlen folgen der Region Ihres Systems.',
  'settings.appearance.language.reload': 'Jetzt neu laden',
  'settings.appearance.language.system': 'System',
  'settings.appearance.zoom.title': 'Zoom',
  'settings.appearance.zoom.description': 'Wie im Menü „Ansicht“.',
  'settings.appearance.zoom.out': 'Verkleinern',
  'settings.appearance.zoom.in': 'Vergrößern',
  'settings.appearance.zoom.reset': 'Zoom zurücksetzen',
} satisfies Record<keyof typeof english, string>
