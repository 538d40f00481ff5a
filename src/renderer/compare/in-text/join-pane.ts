// Joins one pane's text to the comparison while that is on: draws it there, and takes sentences in hand
// from the pointer and the caret.
import { createSentenceLayer } from '../../dom/sentence-layer.ts'
import type { JoinedPane, PaneParts } from '../../parts/pane-additions.ts'
import { useCompare } from '../../state/compare.ts'
import { shownOf } from '../../state/compared.ts'
import { useMatchLists } from '../../state/matches.ts'
import { createDrawing } from './draw-comparison.ts'
import { registerView } from './pane-views.ts'
import { hoverAt, takeAt } from './take-sentence.ts'
import { watchPointer } from './watch-pointer.ts'
import './in-text.css'

export function joinPane({ pane, article, host, scroller, map }: PaneParts): JoinedPane {
  const layer = createSentenceLayer(host, scroller, map)
  scroller.dataset.comparing = ''
  const unregister = registerView(pane, { article, host, scroller, map, layer })
  const drawing = createDrawing(article, map, layer)
  const unwatch = watchPointer(host, scroller, map, {
    rest: (offset) => hoverAt(article, offset),
    click: (offset) => takeAt(article, offset, 'pointer'),
  })
  const unsubscribe = useCompare.subscribe((state, before) => {
    const content = (['comparison', 'articles', 'possible'] as const).some(
      (key) => state[key] !== before[key],
    )
    if (content) drawing.show(state)
    else if (shownOf(state) !== shownOf(before)) drawing.light(state)
  })
  const unsubscribeMatches = useMatchLists.subscribe(() =>
    drawing.lightOthers(useCompare.getState()),
  )
  drawing.show(useCompare.getState())

  return {
    caretMoved: (offset) => takeAt(article, offset, 'caret'),
    leave() {
      unwatch()
      unsubscribe()
      unsubscribeMatches()
      unregister()
      drawing.leave()
      layer.dispose()
      delete scroller.dataset.comparing
    },
  }
}
