// The panes as the comparison shows itself in them: where their sentences stand, for whatever reaches
// from one pane to another.
import { create } from 'zustand'
import type { OpenArticle } from '../../../shared/model/library.ts'
import type { SentenceLayer } from '../../dom/sentence-layer.ts'
import type { TextMap } from '../../dom/text-offsets.ts'

export interface PaneView {
  readonly article: Pick<OpenArticle, 'id' | 'textHash' | 'text'>
  readonly host: HTMLElement
  readonly scroller: HTMLElement
  readonly map: TextMap
  readonly layer: SentenceLayer
}

/** By the panes' keys. */
export const usePaneViews = create<{ readonly views: ReadonlyMap<string, PaneView> }>()(() => ({
  views: new Map(),
}))

/** Gives the function that takes it out again. */
export function registerView(pane: string, view: PaneView): () => void {
  usePaneViews.setState(({ views }) => ({ views: new Map(views).set(pane, view) }))
  return () =>
    usePaneViews.setState(({ views }) => {
      if (views.get(pane) !== view) return {}
      const rest = new Map(views)
      rest.delete(pane)
      return { views: rest }
    })
}
