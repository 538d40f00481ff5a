// What other features add to the panes and to the row of them. The panes know the places; what stands
// there is said by the shell, so that neither feature knows the other.
import { createContext, type ReactNode, useContext } from 'react'
import type { OpenArticle } from '../../shared/model/library.ts'
import type { TextMap } from '../dom/text-offsets.ts'

/** A pane's text, for what is drawn upon it. */
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

export interface PaneAdditions {
  /** Over the panes and between them. */
  readonly row: ReactNode
  /** At the edges of a pane in which an article is open. */
  readonly edges: (pane: string) => ReactNode
  /** Joins a pane's text to what is drawn upon it, until it is left. */
  readonly join: (parts: PaneParts) => JoinedPane
}

const none: PaneAdditions = {
  row: null,
  edges: () => null,
  join: () => ({ caretMoved: () => undefined, leave: () => undefined }),
}

const Context = createContext(none)

/** Its value is one for the whole life of the window: another would draw all texts anew. */
export const PaneAdditionsProvider = Context.Provider

export const usePaneAdditions = (): PaneAdditions => useContext(Context)
