// What can be done with one article of the list. One menu for all rows, made when it is asked for.
import { formatFacts } from '../../shared/formats.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { readingStates } from '../../shared/search/ast.ts'
import { count } from '../actions/came.ts'
import { moveNotes } from '../actions/move-notes.ts'
import { openArticle } from '../actions/open.ts'
import { splitArticle } from '../actions/parts.ts'
import { hasEncoding } from '../actions/read-encoding.ts'
import { markArticles } from '../actions/reading.ts'
import { runAction } from '../actions/run.ts'
import { MenuBeside, type MenuChoice } from '../parts/ChoiceMenu.tsx'
import { readingStateWords, useReadingState } from '../parts/ReadingMark.tsx'
import { nameOf } from '../replica/library.ts'

export interface AskedMenu {
  readonly row: ArticleSummary
  /** What it opens beside. */
  readonly element: HTMLElement
}

export interface RowMenuProps extends AskedMenu {
  readonly onClose: () => void
}

export function RowMenu({ row, element, onClose }: RowMenuProps) {
  const reading = useReadingState(row.id)
  const marks = readingStates.map((state) => ({
    name: `Mark as ${readingStateWords[state].toLowerCase()}`,
    run: state === reading ? undefined : () => markArticles([row.id], state),
  }))
  return (
    <MenuBeside
      name={nameOf(row)}
      element={element}
      onClose={onClose}
      choices={[
        ...choicesFor(row),
        { name: 'Reading state', choices: marks },
        ...(row.format ? [{ name: `${formatFacts[row.format].name}: ${row.path}` }] : []),
      ]}
    />
  )
}

function choicesFor(row: ArticleSummary): readonly MenuChoice[] {
  const { id, parts, part, state } = row
  const choices: MenuChoice[] = [{ name: 'Open', run: () => openArticle(id) }]
  if (parts > 1 && part === null)
    choices.push({
      name: `Split into ${count(parts, 'article')}`,
      run: () => splitArticle(row, true),
    })
  if (part !== null)
    choices.push({ name: 'Show the file as one article', run: () => splitArticle(row, false) })
  if (state === 'ready')
    choices.push({
      name: 'Correct title, author, date…',
      async run() {
        await openArticle(id)
        runAction('correct-article')
      },
    })
  if (row.annotations > 0)
    choices.push({ name: 'Move notes to another article…', run: () => moveNotes(id) })
  if (state === 'ready' && hasEncoding(row))
    choices.push({
      name: 'Read with another encoding…',
      async run() {
        await openArticle(id)
        runAction('read-encoding')
      },
    })
  return choices
}
