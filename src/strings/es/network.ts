import type { network as english } from '../en/network.ts'

export const network = {
  'network.login': 'El proxy {proxy} pide un nombre y una contraseña.',
  'network.wrong': 'El proxy {proxy} no ha aceptado este nombre y contraseña. Inténtalo de nuevo.',
  'network.region': 'Acceso al proxy',
  'network.name': 'Nombre',
  'network.password': 'Contraseña',
  'network.signIn': 'Acceder',
  'network.resume': 'Acceder…',
  'network.later': 'Ahora no',
  'network.kept': 'Clarion los guarda en memoria hasta que salgas.',
  'network.noName': 'Escribe un nombre.',
  'network.invalid': 'Escribe el nombre sin dos puntos.',
  'network.managed': 'Gestionado por tu organización',
  'network.managedBy': '{organisation} gestiona algunos ajustes.',
  'network.managedByOrg': 'Tu organización gestiona algunos ajustes.',
  'network.brokenNote':
    '{problem} Hasta que un administrador lo corrija, los ajustes gestionados no cambian y no se puede añadir ningún servidor.',
  'network.cause.proxyLogin': 'el proxy pide un nombre y una contraseña',
  'network.cause.proxySignIn': 'el proxy pide un tipo de acceso que Clarion no admite',
  'network.cause.proxyUnreachable': 'no se puede conectar con el proxy',
  'network.cause.proxyRefused': 'el proxy no permite la conexión con el servidor',
  'network.cause.proxyCertificate': 'este ordenador no confía en el certificado del proxy',
  'network.cause.proxyUnsupported': 'este ordenador usa un tipo de proxy que Clarion no admite',
  'network.cause.proxyScript': 'no se ha podido cargar la configuración del proxy',
  'network.cause.untrusted': 'este ordenador no confía en el certificado del servidor',
  'network.cause.notAllowed': 'tu organización no permite este servidor',
} satisfies Record<keyof typeof english, string>
