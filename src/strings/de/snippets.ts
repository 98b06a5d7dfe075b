import type { snippets as english } from '../en/snippets.ts'

export const snippets = {
  'snippets.snippets': 'Textbausteine',
  'snippets.search': 'Textbausteine durchsuchen',
  'snippets.searchHint': 'Nach Name, Kürzel oder Text suchen',
  'snippets.noMatch': 'Keine passenden Textbausteine',
  'snippets.empty': 'Noch keine Textbausteine. Speichern Sie Antworten, die Sie oft verwenden.',
  'snippets.add': 'Textbaustein hinzufügen',

  'snippets.file.tooLarge': 'Die Datei ist zu groß: Höchstens {megabytes, number}\u00a0MB sind möglich',
  'snippets.file.tooMany': 'Die Datei enthält {count, number} Textbausteine: Höchstens {limit, number} sind möglich',
  'snippets.file.notJson': 'Das ist keine JSON-Datei',
  'snippets.file.noSnippets': 'Diese Datei enthält keine Textbausteine',
  'snippets.file.entry': 'Eintrag {position, number}',
  'snippets.file.quotedName': '„{name}“',

  'snippets.problem.noName': 'hat keinen Namen',
  'snippets.problem.longName': 'hat einen Namen mit mehr als {limit, number} Zeichen',
  'snippets.problem.noText': 'hat keinen Text',
  'snippets.problem.longText': 'ist länger als {limit, number} Zeichen',
  'snippets.problem.badShortcut': 'hat ein Kürzel mit Leerzeichen oder mehr als {limit, number} Zeichen',
  'snippets.problem.shortcutNotText': 'hat ein Kürzel, das kein Text ist',
} satisfies Record<keyof typeof english, string>
