// Where a page keeps a picture: in its address, among several sizes, or in what is there for
// browsers without scripts.
import { parseFragment } from 'parse5'
import { attribute, type Element, elementsOf, isElement } from './dom.ts'

/** The bytes of a picture by its address; null for one that is not in the file. */
export type PictureOf = (src: string) => Uint8Array | null

/** Finds the bytes of `<img>` elements, each looked for once. */
export function imageReader(picture: PictureOf): (img: Element) => Uint8Array | null {
  const known = new WeakMap<Element, Uint8Array | null>()
  return (img) => {
    const before = known.get(img)
    if (before !== undefined) return before
    const bytes = find(img, picture)
    known.set(img, bytes)
    return bytes
  }
}

function find(img: Element, picture: PictureOf): Uint8Array | null {
  let spare: Uint8Array | null = null
  for (const address of addressesOf(img)) {
    const bytes = picture(address)
    // What stands there until a script puts the picture is a few bytes long.
    if (bytes !== null && bytes.length > 200) return bytes
    spare ??= bytes
  }
  return spare
}

function* addressesOf(img: Element): Generator<string> {
  for (const name of ['src', 'data-src', 'data-original', 'data-lazy-src']) {
    const value = attribute(img, name)
    if (value !== null && value !== '') yield value
  }
  yield* sizesIn(attribute(img, 'srcset') ?? attribute(img, 'data-srcset') ?? '')
  const around = img.parentNode
  if (around === null || around.nodeName !== 'picture') return
  for (const source of around.childNodes)
    if (isElement(source) && source.tagName === 'source')
      yield* sizesIn(attribute(source, 'srcset') ?? '')
}

/** The addresses of a `srcset`. A comma ends one only where white space or the end follows. */
function* sizesIn(srcset: string): Generator<string> {
  for (const [address] of srcset.matchAll(/[^\s,]\S*/g))
    if (!/^[\d.]+[wxh],?$/.test(address)) yield address.replace(/,$/, '')
}

/** The pictures in a `<noscript>`, which a parser leaves unread. */
export function imagesIn(noscript: Element): readonly Element[] {
  const [text] = noscript.childNodes
  if (text === undefined || !('value' in text) || !text.value.includes('<img')) return []
  return [...elementsOf(parseFragment(text.value))].filter(({ tagName }) => tagName === 'img')
}
