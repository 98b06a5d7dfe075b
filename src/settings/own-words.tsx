import { useLiveQuery } from 'dexie-react-hooks'
import { listOwnWords, removeOwnWord } from '../db/own-words.ts'
import { text } from '../strings/text.ts'
import { Chip } from '../ui/chip.tsx'
import { useWorkspace } from '../workspace.tsx'
import { Setting } from './setting.tsx'

/** The words that the user added to the dictionary, each with a button that removes it. Nothing without words. */
export function OwnWords() {
  const { db } = useWorkspace()
  const words = useLiveQuery(() => listOwnWords(db), [db]) ?? []
  if (words.length === 0) return null
  return (
    <Setting
      title={text('settings.writing.ownWords.title')}
      description={text('settings.writing.ownWords.description')}
    >
      <ul className="flex max-h-40 max-w-80 flex-wrap justify-end gap-1.5 overflow-y-auto">
        {words
          .toSorted((one, other) => one.localeCompare(other))
          .map((word) => (
            <li key={word}>
              <Chip onRemove={() => void removeOwnWord(db, word)}>{word}</Chip>
            </li>
          ))}
      </ul>
    </Setting>
  )
}
