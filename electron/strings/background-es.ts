import type { BACKGROUND_EN } from './background-en.ts'

export const BACKGROUND_ES = {
  'background.loginRefused': 'No se pudo cambiar. El sistema lo rechazó.',
  'background.first.title': 'Clarion sigue abierto',
  'background.first.text':
    'Sigue enviando y recibiendo mensajes y te avisa de ellos. Para volver a abrirlo, usa su icono en la bandeja del sistema. Puedes cambiarlo en Ajustes, en «Inicio y segundo plano».',
  'background.first.keep': 'Mantener abierto',
  'background.first.quit': 'Salir al cerrar',
} as const satisfies Record<keyof typeof BACKGROUND_EN, string>
