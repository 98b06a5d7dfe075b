import type { settingsNotifications as english } from '../../en/notifications/settings.ts'

export const settingsNotifications = {
  'settings.notifications.quiet.title': 'Horas de silencio',
  'settings.notifications.quiet.description':
    'Sin notificaciones a las horas que elijas. El icono sigue contando, y después una notificación resume lo que llegó.',
  'settings.notifications.quiet.from': 'Desde',
  'settings.notifications.quiet.until': 'Hasta',
  'settings.notifications.quiet.nextDay': 'Del día siguiente',
  'settings.notifications.quiet.days': 'Empiezan el',
  'settings.notifications.quiet.enterTime': 'Escribe una hora. Sigue siendo {time}.',
  'settings.notifications.quiet.noDays': 'Elige al menos un día.',
  'settings.notifications.system.title': 'Tu sistema',
  'settings.notifications.system.answers':
    'Puedes responder y resolver en una notificación. «No molestar» y los modos de concentración también se aplican; Clarion no puede ver si hay alguno activado.',
  'settings.notifications.system.click':
    'Un clic en una notificación abre la conversación, lista para tu respuesta. «No molestar» también se aplica; Clarion no puede ver si está activado.',
  'settings.notifications.testShown':
    'Enviada. Tu sistema la ha aceptado. Si no la has visto, revisa sus ajustes de notificaciones y «No molestar».',
  'settings.notifications.testRefused': 'No mostrada: tu sistema la ha rechazado.',
  'settings.notifications.refused.macos':
    'macOS ha rechazado la última notificación. Permite las notificaciones de Clarion en Ajustes del Sistema. Una copia de Clarion sin firmar no puede mostrar ninguna.',
  'settings.notifications.refused.windows':
    'Windows ha rechazado la última notificación. Permite las notificaciones de Clarion en la configuración de Windows.',
  'settings.notifications.refused.linux':
    'Tu escritorio ha rechazado la última notificación. Puede que no tenga un servicio de notificaciones.',
} satisfies Record<keyof typeof english, string>
