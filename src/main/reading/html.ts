// HTML pages. Takes all that is visible, in order, and says what of it is the article; markup itself
// goes no further than this file.
import { parse } from 'parse5'
import { dataUriPicture } from './data-uri.ts'
import type { Draft } from './draft.ts'
import { fragmentOf } from './epub/paths.ts'
import { isCaption, pictureFinder } from './html/captions.ts'
import { isHidden } from './html/chrome.ts'
import { type Element, elementsOf, isElement, type Parent, textOf } from './html/dom.ts'
import { showHeldBack } from './html/held-back.ts'
import { imageReader } from './html/images.ts'
import { notArticle } from './html/not-article.ts'
import { withNoteLinks } from './html/note-links.ts'
import { pageMeta } from './html/page-meta.ts'
import { vicinityOf } from './html/place.ts'
import { prune } from './html/prune.ts'
import { articleRoot, leadsOf } from './html/root.ts'
import { standfirstOf } from './html/standfirst.ts'
import { hiddenProse, showHidden } from './html/unhide.ts'
import { walkHtml } from './html/walk.ts'
import { weigh } from './html/weigh.ts'
import { Refused } from './refused.ts'
import { TextBuilder } from './text-builder.ts'
import { languageOf } from './tidy/language.ts'
import { withoutDeclarations } from './xml/doctype.ts'

export interface HtmlOptions {
  /** The bytes of a picture by its address; null for one that is not in the file. Data URIs are read without it. */
  readonly picture?: (src: string) => Uint8Array | null
  /** All of it is the article, as in a word processor's file: nothing is looked for around it. */
  readonly plain?: true
}

type ImageReader = (img: Element) => Uint8Array | null

/** A choice: ten megabytes of ordinary paragraphs have 80,000. */
const mostElements = 300_000

/** Reads a decoded HTML page. Linear in its length; never recurses into the tree. @throws Refused (`too-large`) */
export function loadHtml(html: string, options: HtmlOptions = {}): Draft {
  const document = parse(withoutDeclarations(html))
  const elements = [...elementsOf(document)]
  if (elements.length > mostElements)
    throw new Refused(
      'too-large',
      `is made of ${elements.length} parts, too many for an article`,
      'Save the article alone, for instance from the reading view of a browser, then open that file.',
    )
  const body: Parent = elements.find((element) => element.tagName === 'body') ?? document
  const picture = imageReader((src) => dataUriPicture(src) ?? options.picture?.(src) ?? null)
  const builder = new TextBuilder()
  const { meta, warnings } = options.plain
    ? { meta: walkPlain(body, elements, builder, picture), warnings: [] }
    : walkPage({ body, elements, builder, picture, savedFrom: savedFrom(document) })
  const text = builder.finish()
  if (text !== '') return { ...draftOf(text, builder, meta), warnings }
  const all = new TextBuilder()
  walkHtml(body, all, { whyChrome: () => null, hiddenToo: true, picture })
  const warning = {
    code: 'hidden-text',
    message: 'The page shows its text only with the help of a script; the hidden text was taken.',
  }
  return { ...draftOf(all.finish(), all, meta), warnings: [warning] }
}

const draftOf = (text: string, builder: TextBuilder, meta: Draft['meta']): Draft => {
  const { blocks, pictures } = builder
  const spans = withNoteLinks(builder.spans, builder, (href) =>
    href.startsWith('#') ? `#${fragmentOf(href)}` : null,
  )
  return { text, blocks, spans, pictures, meta, warnings: [] }
}

function walkPlain(
  body: Parent,
  elements: readonly Element[],
  builder: TextBuilder,
  picture: ImageReader,
): Draft['meta'] {
  walkHtml(body, builder, { whyChrome: () => null, picture })
  return pageMeta({
    elements,
    shown: elements,
    subtitle: null,
    savedFrom: null,
    vicinity: (title) => vicinityOf(body, body, weigh(body), title),
    guessLanguage: () => null,
  }).meta
}

/** The address that SingleFile notes in a comment at the top of what it saves. */
function savedFrom(document: Parent): string | null {
  for (const parent of [document, ...document.childNodes.filter(isElement)])
    for (const node of parent.childNodes) {
      if (!('data' in node)) continue
      const address = /^\s*(?:Page saved with SingleFile\s*)?url:\s*(\S{8,500})/.exec(
        node.data,
      )?.[1]
      if (address !== undefined) return address
    }
  return null
}

/** Whether a page shows a heading of level 1. */
function hasHeadline(body: Parent): boolean {
  for (const element of elementsOf(body, (inner) => !isHidden(inner)))
    if (element.tagName === 'h1' && !isHidden(element)) return true
  return false
}

interface Read {
  readonly meta: Draft['meta']
  readonly warnings: Draft['warnings']
}

interface Page {
  readonly body: Parent
  readonly elements: readonly Element[]
  readonly builder: TextBuilder
  readonly picture: ImageReader
  readonly savedFrom: string | null
}

/** Characters of prose; a page with less shows its article by script. */
const leastShown = 300
/** Characters of prose; a page with more shows an article, whatever it hides besides. */
const mostOfDialog = 1500

function walkPage({ body, elements: all, builder, picture, savedFrom }: Page): Read {
  let elements = all
  let weights = weigh(body)
  if (weights.of(body).prose < leastShown && showHeldBack(all)) {
    elements = [...elementsOf(body)]
    weights = weigh(body)
  }
  let unhidden = false
  const { prose: visible } = weights.of(body)
  // A dialog that lies over the page has some prose of its own.
  const isCovered =
    visible < mostOfDialog && !hasHeadline(body) && hiddenProse(body) > 1.5 * visible
  if ((visible < leastShown || isCovered) && showHidden(elements)) {
    unhidden = true
    elements = [...elementsOf(body)]
    weights = weigh(body)
  }
  const root = articleRoot(body, elements, weights)
  const also = leadsOf(body, root, weights)
  const seen = [...elementsOf(body, (element) => !isOthers(weights.chrome.get(element)))]
  const standfirst = standfirstOf(seen)
  prune(root, weights)
  const around = ancestorsOf(root)
  const hasPicture = pictureFinder((img) => picture(img) !== null)
  const whyChrome = (element: Element): string | null => {
    if (element === root || around.has(element)) return null
    const why = weights.chrome.get(element)
    if (why !== undefined) return why
    return isCaption(element) && !hasPicture(element)
      ? 'Of a picture that is not in the file'
      : null
  }
  walkHtml(body, builder, {
    root,
    also,
    whyChrome,
    picture,
    standfirst: standfirst?.element ?? null,
  })
  const first = all.findIndex(({ tagName }) => tagName === 'body')
  const head = all.slice(0, Math.max(0, first))
  const { meta, data, type } = pageMeta({
    elements: unhidden ? [...head, ...elements] : all,
    shown: [...head, ...seen],
    subtitle: standfirst?.text ?? null,
    savedFrom,
    vicinity: (title) => vicinityOf(body, root, weights, title),
    guessLanguage: () => ('tagName' in root ? languageOf(textOf(root, 3000)) : null),
  })
  const { prose } = weights.of(root)
  const warnings = [
    ...hiddenWarnings(unhidden, root, prose),
    ...notArticle({ body, elements, root, prose, title: meta.title, data, type }),
  ]
  return { meta, warnings }
}

function hiddenWarnings(unhidden: boolean, root: Parent, shown: number): Draft['warnings'] {
  const code = 'hidden-text'
  if (unhidden)
    return [
      {
        code,
        message:
          'The page shows its text only with the help of a script; the hidden text was taken.',
      },
    ]
  const hidden = hiddenProse(root)
  if (hidden < Math.max(leastShown, shown * 0.1)) return []
  const message = `The page hides a part of its text, about ${Math.round(hidden / 6)} words. It was left out.`
  return [{ code, message }]
}

/** Whether a part of the page is by others, or about others than the article's author. */
const isOthers = (why: string | undefined): boolean =>
  why === 'Readers’ comments' || why === 'Other articles, offered by the page' || why === 'A form'

function ancestorsOf(node: Parent): ReadonlySet<Parent> {
  const ancestors = new Set<Parent>()
  let here: Parent | null = node
  while (here !== null && 'parentNode' in here) {
    here = here.parentNode
    if (here !== null) ancestors.add(here)
  }
  return ancestors
}
