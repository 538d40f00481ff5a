// Has a pane's text joined to the comparison while that is on. What it does then is loaded only when
// it is first switched on.
import type { OpenArticle } from '../../shared/model/library.ts'
import type { TextMap } from '../dom/text-offsets.ts'
import { useCompare } from '../state/compare.ts'

export interface PaneParts {
  readonly pane: string
  readonly article: Pick<OpenArticle, 'id' | 'textHash' | 'text'>
  readonly host: HTMLElement
  readonly scroller: HTMLElement
  readonly map: TextMap
}

export interface JoinedPane {
  /** A key brought the caret to another offset. */
  caretMoved(offset: number): void
  leave(): void
}

/** Joined as long as comparing is on, until it is left. */
export function joinComparing(parts: PaneParts): JoinedPane {
  let joined: JoinedPane | null = null
  let wanted = false
  const follow = (on: boolean): void => {
    wanted = on
    if (!on) {
      joined?.leave()
      joined = null
      return
    }
    void import('../compare/in-text/join-pane.ts').then(({ joinPane }) => {
      if (wanted) joined ??= joinPane(parts)
    })
  }
  const unsubscribe = useCompare.subscribe(({ on }, before) => {
    if (on !== before.on) follow(on)
  })
  if (useCompare.getState().on) follow(true)
  return {
    caretMoved: (offset) => joined?.caretMoved(offset),
    leave() {
      unsubscribe()
      follow(false)
    },
  }
}
