import type { settingsAppearance as english } from '../en/settings-appearance.ts'

export const settingsAppearance = {
  'settings.appearance.theme.title': 'Tema',
  'settings.appearance.theme.description': 'Claro, oscuro o el de tu sistema.',
  'settings.appearance.theme.system': 'Sistema',
  'settings.appearance.theme.light': 'Claro',
  'settings.appearance.theme.dark': 'Oscuro',
  'settings.appearance.contrast.title': 'Contraste',
  'settings.appearance.contrast.description': '«Alto» resalta más los textos y los bordes.',
  'settings.appearance.contrast.system': 'Sistema',
  'settings.appearance.contrast.high': 'Alto',
  'settings.appearance.list.title': 'Lista',
  'settings.appearance.list.description': '«Compacta» muestra una línea de texto por conversación.',
  'settings.appearance.list.comfortable': 'Amplia',
  'settings.appearance.list.compact': 'Compacta',
  'settings.appearance.customer.title': 'Abrir el panel del cliente en ventanas anchas',
  'settings.appearance.customer.description':
    'A partir de {width, number} píxeles. Si se cierra el panel, queda cerrado hasta el próximo inicio.',
  'settings.appearance.language.title': 'Idioma',
  'settings.appearance.language.description':
    'Se aplica al recargar la ventana. Las fechas y los números siguen la región de tu sistema.',
  'settings.appearance.language.reload': 'Recargar ahora',
  'settings.appearance.language.system': 'Sistema',
  'settings.appearance.zoom.title': 'Zoom',
  'settings.appearance.zoom.description': 'Igual que en el menú «Ver».',
  'settings.appearance.zoom.out': 'Alejar',
  'settings.appearance.zoom.in': 'Acercar',
  'settings.appearance.zoom.reset': 'Restablecer zoom',
} satisfies Record<keyof typeof english, string>
