import type { EN } from './en.ts'

export const ES = {
  'switch.refused':
    'Clarion se inició con {name}, una opción que no acepta. Solo se permiten opciones conocidas, porque otras pueden abrir la aplicación y su clave de API a otros programas.',
  'switch.title': 'Clarion no se ha iniciado',
} satisfies Record<keyof typeof EN, string>
