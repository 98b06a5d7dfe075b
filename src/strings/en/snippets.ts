export const snippets = {
  'snippets.snippets': 'Snippets',
  'snippets.search': 'Search snippets',
  'snippets.searchHint': 'Search by name, shortcut or text',
  'snippets.noMatch': 'No matching snippets',
  'snippets.empty': 'No snippets yet. Save replies you use often.',
  'snippets.add': 'Add snippet',

  'snippets.file.tooLarge': 'The file is too large: the limit is {megabytes, number} MB',
  'snippets.file.tooMany': 'The file has {count, number} snippets: the limit is {limit, number}',
  'snippets.file.notJson': 'This isn’t a JSON file',
  'snippets.file.noSnippets': 'There are no snippets in this file',
  'snippets.file.entry': 'Entry {position, number}',
  'snippets.file.quotedName': '“{name}”',

  // Predicates: what follows the name of a snippet.
  'snippets.problem.noName': 'has no name',
  'snippets.problem.longName': 'has a name longer than {limit, number} characters',
  'snippets.problem.noText': 'has no text',
  'snippets.problem.longText': 'is longer than {limit, number} characters',
  'snippets.problem.badShortcut': 'has a shortcut with spaces or more than {limit, number} characters',
  'snippets.problem.shortcutNotText': 'has a shortcut that isn’t text',
} as const
