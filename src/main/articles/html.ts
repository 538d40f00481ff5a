// HTML pages. Takes all that is visible, in order, and says what of it is the article; markup itself
// goes no further than this file.
import { parse } from 'parse5'
import { dataUriPicture } from './data-uri.ts'
import type { Draft } from './draft.ts'
import { type Element, elementsOf, type Parent } from './html/dom.ts'
import { pageMeta } from './html/page-meta.ts'
import { articleRoot, weigh } from './html/root.ts'
import { walkHtml } from './html/walk.ts'
import { TextBuilder } from './text-builder.ts'

export interface HtmlOptions {
  /** The bytes of a picture by its address; null for one that is not in the file. Data URIs are read without it. */
  readonly picture?: (src: string) => Uint8Array | null
  /** All of it is the article, as in a word processor's file: nothing is looked for around it. */
  readonly plain?: true
}

/** Reads a decoded HTML page. Linear in its length; never recurses into the tree. */
export function loadHtml(html: string, options: HtmlOptions = {}): Draft {
  const document = parse(html)
  const elements = [...elementsOf(document)]
  const body: Parent = elements.find((element) => element.tagName === 'body') ?? document
  const picture = (src: string): Uint8Array | null =>
    dataUriPicture(src) ?? options.picture?.(src) ?? null
  const builder = new TextBuilder()
  if (options.plain) walkHtml(body, builder, { whyChrome: () => null, picture })
  else walkPage(body, elements, builder, picture)
  const meta = pageMeta(elements)
  const text = builder.finish()
  if (text !== '') return draftOf(text, builder, meta)
  const all = new TextBuilder()
  walkHtml(body, all, { whyChrome: () => null, hiddenToo: true, picture })
  const warning = {
    code: 'hidden-text',
    message: 'The page shows its text only with the help of a script; the hidden text was taken.',
  }
  return { ...draftOf(all.finish(), all, meta), warnings: [warning] }
}

const draftOf = (
  text: string,
  { blocks, spans, pictures }: TextBuilder,
  meta: Draft['meta'],
): Draft => ({ text, blocks, spans, pictures, meta, warnings: [] })

function walkPage(
  body: Parent,
  elements: readonly Element[],
  builder: TextBuilder,
  picture: (src: string) => Uint8Array | null,
): void {
  const weights = weigh(body)
  const root = articleRoot(body, elements, weights)
  const around = ancestorsOf(root)
  const whyChrome = (element: Element): string | null =>
    element === root || around.has(element) ? null : (weights.chrome.get(element) ?? null)
  walkHtml(body, builder, { root, whyChrome, picture })
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
