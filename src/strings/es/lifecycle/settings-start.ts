import type { settingsStart as english } from '../../en/lifecycle/settings-start.ts'

export const settingsStart = {
  'settings.start.title': 'Inicio y segundo plano',
  'settings.start.about':
    'al cerrar la ventana mantener abierto salir bandeja icono dock barra de menús segundo plano abrir al iniciar sesión arranque inicio automático oculto minimizado',
  'settings.start.keep.title': 'Al cerrar la ventana',
  'settings.start.keep.tray':
    'Clarion sigue enviando, recibiendo y avisando. Su icono en la bandeja del sistema abre la ventana.',
  'settings.start.keep.dock': 'Clarion sigue enviando, recibiendo y avisando. Su icono en el Dock abre la ventana.',
  'settings.start.keep.nowhere':
    'Este escritorio no tiene bandeja del sistema: si cierras la ventana, sales de Clarion.',
  'settings.start.keep.on': 'Mantener abierto',
  'settings.start.keep.off': 'Salir',
  'settings.start.login.title': 'Abrir al iniciar sesión',
  'settings.start.login.description': 'Clarion se abre cuando inicias sesión en este ordenador.',
  'settings.start.hidden.title': 'Ventana al iniciar sesión',
  'settings.start.hidden.description': 'Si está oculta, Clarion se abre en segundo plano y te avisa igualmente.',
  'settings.start.hidden.on': 'Oculta',
  'settings.start.hidden.off': 'Abierta',
  'settings.start.failed': 'No se pudo cambiar este ajuste. {cause}',
} as const satisfies Record<keyof typeof english, string>
