// HTML pages. Takes all that is visible, in order, and says what of it is the article; markup itself
// goes no further than this file.
import { parse } from 'parse5'
import type { Draft } from './draft.ts'
import { type Element, elementsOf, type Parent } from './html/dom.ts'
import { pageMeta } from './html/page-meta.ts'
import { articleRoot, weigh } from './html/root.ts'
import { walkHtml } from './html/walk.ts'
import { TextBuilder } from './text-builder.ts'

/** Reads a decoded HTML page. Linear in its length; never recurses into the tree. */
export function loadHtml(html: string): Draft {
  const document = parse(html)
  const elements = [...elementsOf(document)]
  const body: Parent = elements.find((element) => element.tagName === 'body') ?? document
  const weights = weigh(body)
  const root = articleRoot(body, elements, weights)
  const around = ancestorsOf(root)
  const whyChrome = (element: Element): string | null =>
    element === root || around.has(element) ? null : (weights.chrome.get(element) ?? null)
  const builder = new TextBuilder()
  walkHtml(body, builder, { root, whyChrome })
  const meta = pageMeta(elements)
  const text = builder.finish()
  if (text !== '') return { text, blocks: builder.blocks, spans: builder.spans, meta, warnings: [] }
  const all = new TextBuilder()
  walkHtml(body, all, { whyChrome: () => null, hiddenToo: true })
  const shown = all.finish()
  const warning = {
    code: 'hidden-text',
    message: 'The page shows its text only with the help of a script; the hidden text was taken.',
  }
  return { text: shown, blocks: all.blocks, spans: all.spans, meta, warnings: [warning] }
}

function ancestorsOf(node: Parent): ReadonlySet<Parent> {
  const ancestors = new Set<Parent>()
  let here: Parent | null = node
  while (here !== null && 'parentNode' in here) {
    here = here.parentNode
    if (here !== null) ancestors.add(here)
  }
  return ancestors
}
