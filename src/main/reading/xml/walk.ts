// Walks an XML tree in the order of the document with a stack of its own, so that a document may
// nest as deep as it likes.
import type { XmlElement, XmlNode } from './tree.ts'

/** What a visitor may ask for: to go below an element, and to be called when that is done. */
export interface Steps<P> {
  /** Visits all children of an element next, each with `place`. */
  into(element: XmlElement, place: P): void
  /** Visits the given nodes next. */
  visit(nodes: readonly XmlNode[], place: P): void
  /** Runs when everything asked for after it in this visit has been done. Call it before `into`. */
  after(run: () => void): void
}

type Step<P> = { readonly node: XmlNode; readonly place: P } | { readonly run: () => void }

/** Visits nodes and what the visitor asks for below them. Linear. */
export function walkXml<P>(
  nodes: readonly XmlNode[],
  place: P,
  visitor: (node: XmlNode, place: P, steps: Steps<P>) => void,
): void {
  const stack: Step<P>[] = []
  const steps: Steps<P> = {
    into: (element, below) => steps.visit(element.children, below),
    visit: (all, below) => {
      for (let i = all.length - 1; i >= 0; i--) {
        const node = all[i]
        if (node !== undefined) stack.push({ node, place: below })
      }
    },
    after: (run) => stack.push({ run }),
  }
  steps.visit(nodes, place)
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('run' in step) step.run()
    else visitor(step.node, step.place, steps)
  }
}
