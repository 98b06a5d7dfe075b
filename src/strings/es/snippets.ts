import type { snippets as english } from '../en/snippets.ts'

export const snippets = {
  'snippets.snippets': 'Plantillas',
  'snippets.search': 'Buscar plantillas',
  'snippets.searchHint': 'Buscar por nombre, atajo o texto',
  'snippets.noMatch': 'Ninguna plantilla coincide',
  'snippets.empty': 'Aún no hay plantillas. Guarda las respuestas que usas a menudo.',
  'snippets.add': 'Añadir plantilla',

  'snippets.file.tooLarge': 'El archivo es demasiado grande: el límite es de {megabytes, number}\u00a0MB',
  'snippets.file.tooMany': 'El archivo tiene {count, number} plantillas: el límite es {limit, number}',
  'snippets.file.notJson': 'No es un archivo JSON',
  'snippets.file.noSnippets': 'Este archivo no contiene plantillas',
  'snippets.file.entry': 'Entrada {position, number}',
  'snippets.file.quotedName': '«{name}»',

  'snippets.problem.noName': 'no tiene nombre',
  'snippets.problem.longName': 'tiene un nombre de más de {limit, number} caracteres',
  'snippets.problem.noText': 'no tiene texto',
  'snippets.problem.longText': 'tiene más de {limit, number} caracteres',
  'snippets.problem.badShortcut': 'tiene un atajo con espacios o de más de {limit, number} caracteres',
  'snippets.problem.shortcutNotText': 'tiene un atajo que no es texto',
} satisfies Record<keyof typeof english, string>
