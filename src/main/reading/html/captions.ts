// Tells what stands under a picture. Saved pages seldom have their pictures with them: then what is
// said of a picture stands in the middle of a story that does not speak of it.
import { attribute, type Element, elementsOf, leafTextOf, type Parent } from './dom.ts'

const names =
  /(?:^|[\s_-])(?:wp-caption-text|captions?|captiontext|img-?caption|image-?caption|photo-?caption|caption-?text|picture-?caption|media-?caption|img-metadata|bildunterschrift|legende?|pie-?de-?foto|photo-?credits?|image-?credits?|img-?credits?|credits?|image-?source|photo-?by)(?=$|[\s_-])/i

/** Lines that say whose a picture is, in the words of many languages: "Foto: …", "© …". */
const credit =
  /^\s*(?:(?:photos?|photographs?|image|picture|illustration)(?: (?:credit|by|courtesy(?: of)?))?|(?:symbol|archiv|titel)?(?:foto|bild|grafik)s?|illustration|crédits?(?: photos?)?|imagen|fotograf[íi]a|crédito|zdjęcie|fot\.|kuva|фото|صورة|写真|图片|사진)\s*[:：©]|^\s*©\s*(?!.*\b(?:19|20)\d\d\b)/iu

const isCredit = (element: Element): boolean => {
  if (!/^(?:p|div|small|h[4-6])$/.test(element.tagName)) return false
  const text = leafTextOf(element, 141)
  return text.length <= 140 && credit.test(text) && !/[.!?]["”]?$/.test(text)
}

/** Short text in a figure that is neither table nor code nor quotation. */
const isInFigure = ({ tagName, parentNode }: Element): boolean =>
  /^(?:p|div|small)$/.test(tagName) &&
  (parentNode?.nodeName === 'figure' ||
    (parentNode !== null &&
      'parentNode' in parentNode &&
      parentNode.parentNode?.nodeName === 'figure'))

/** Whether an element says what a picture shows, or whose it is. */
export function isCaption(element: Element): boolean {
  if (element.tagName === 'figcaption') return true
  if (isCredit(element) || (isInFigure(element) && isLine(element))) return true
  if (!/^(?:p|div|span|small|cite|em|i|figure|li|h[4-6])$/.test(element.tagName)) return false
  return names.test((attribute(element, 'class') ?? '').replace(/([a-z])([A-Z])/g, '$1-$2'))
}

const isLine = (element: Element): boolean => {
  for (const { tagName } of elementsOf(element))
    if (/^(?:table|pre|code|blockquote|ul|ol|h[1-6]|p|div)$/.test(tagName)) return false
  return leafTextOf(element, 401).length <= 400
}

/**
 * Tells whether the picture that a caption belongs to can be shown; each figure is looked at once.
 * @param isShown whether the file holds the picture of an `img`
 */
export function pictureFinder(isShown: (img: Element) => boolean): (caption: Element) => boolean {
  const known = new WeakMap<Parent, boolean>()
  return (caption) => {
    const figure = figureAround(caption)
    if (figure === null) return false
    const before = known.get(figure)
    if (before !== undefined) return before
    const found = holdsPicture(figure, isShown)
    known.set(figure, found)
    return found
  }
}

function holdsPicture(figure: Parent, isShown: (img: Element) => boolean): boolean {
  for (const element of elementsOf(figure))
    if (element.tagName === 'img' && isShown(element)) return true
  return false
}

/** The figure; or what is around a caption outside of any. */
function figureAround(caption: Element): Parent | null {
  let here: Parent | null = caption.parentNode
  for (let i = 0; i < 5 && here !== null && 'tagName' in here; i++) {
    if (here.tagName === 'figure') return here
    here = here.parentNode
  }
  return caption.parentNode
}
