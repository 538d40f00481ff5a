// Finding in the article in focus: where, how closely, and what comes next.
import type { ActionId } from '../../shared/menu.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { displayQuote } from '../../shared/text/quote.ts'
import { settings } from '../state/app.ts'
import { openFind, stepFound, useFind, whenFound } from '../state/find.ts'
import { focusedPane, openedArticle } from '../state/panes.ts'
import { useSelection } from '../state/selection.ts'
import { tell } from '../state/ui.ts'
import { saveSettings } from './settings.ts'

/** The choices by their actions: the settings that keep them. */
export const findChoices = {
  'find-case': 'findCase',
  'find-words': 'findWords',
  'find-accents': 'findAccents',
  'find-pattern': 'findPattern',
} as const satisfies Partial<Record<ActionId, keyof Settings>>
export type FindChoice = keyof typeof findChoices

/** Opens the find box of the pane in focus, with what is selected in it if that is short. */
export function find(): void {
  const pane = focusedPane()
  if (!pane) {
    tell('Open an article first.')
    return
  }
  const { selected } = useSelection.getState()
  const text = selected?.pane === pane.key ? openedArticle(pane.article)?.text : undefined
  const words = selected && text?.slice(selected.start, selected.end)
  openFind(
    pane.key,
    words && words.length <= 80 ? { words: displayQuote(words), from: selected.start } : null,
  )
}

/** On from the hit at hand in the pane in focus; where nothing is looked for there yet, it begins. */
export function nextFound(by: 1 | -1): void {
  if (isFinding()) void whenFound().then(() => stepFound(by))
  else find()
}

export function toggleChoice(choice: FindChoice): void {
  const field = findChoices[choice]
  void saveSettings({ [field]: !settings()[field] })
  // What it changes is seen there.
  if (!isFinding()) find()
}

const isFinding = (): boolean => {
  const { pane } = useFind.getState()
  return pane !== null && pane === focusedPane()?.key
}
