import type { POLICY_EN } from './policy-en.ts'

export const POLICY_ES = {
  'policy.access': 'El archivo de directivas {path} no se puede usar: no se pueden comprobar sus permisos.',
  'policy.certificates':
    'El archivo de directivas {path} no se puede usar: su archivo de certificados falta, no pertenece a un administrador o no contiene ningún certificado válido.',
  'policy.huge': 'El archivo de directivas {path} no se puede usar: ocupa más de 64\u00a0KB.',
  'policy.json': 'El archivo de directivas {path} no se puede usar: no es JSON completo.',
  'policy.owner': 'El archivo de directivas {path} no se puede usar: no pertenece a un administrador.',
  'policy.unknownField': 'El archivo de directivas {path} no se puede usar: «{field}» no es un campo conocido.',
  'policy.unreadable': 'El archivo de directivas {path} no se puede leer.',
  'policy.writable':
    'El archivo de directivas {path} no se puede usar: pueden cambiarlo usuarios que no son administradores.',
  'policy.wrongValue': 'El archivo de directivas {path} no se puede usar: «{field}» no tiene un valor válido.',
} as const satisfies Record<keyof typeof POLICY_EN, string>
