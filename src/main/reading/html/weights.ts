// What is known of the elements of a page once it has been weighed.
import type { Element, Parent } from './dom.ts'

export interface Weight {
  /** Of prose outside links and outside the page's chrome. */
  readonly prose: number
  /** Of prose, chrome included. */
  readonly raw: number
  /** Of all visible text. */
  readonly text: number
  /** Of visible text in links. */
  readonly links: number
  /** How many links it holds. */
  readonly anchors: number
  /** Of its own text and that of inline elements in it, links left out. */
  readonly own: number
}

/** In characters; one of a script that writes a word with one or two counts three. */
export interface Weights {
  readonly of: (element: Parent) => Weight
  /** Elements that are the page's chrome, and why. */
  readonly chrome: Map<Element, string>
}

/** Less is a label, a menu or a button. */
export const leastProse = 60
