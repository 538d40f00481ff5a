// What stands where on a page: runs of text with their places, turned so that they read from left
// to right and from top to bottom.
import { annotationTexts } from './annotations.ts'
import type { PdfPage } from './engine.ts'

/** A run of text in one font. Lengths in points; y grows downwards, and is the baseline's. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly font: string
  /** White space stood right before it. */
  readonly spaced: boolean
  /** Of a script that is written from right to left. */
  readonly rtl: boolean
}

export interface PageText {
  readonly width: number
  readonly height: number
  readonly fragments: readonly Fragment[]
  /** Text that stands at another angle than most of the page, by angle; notes and fields of forms. */
  readonly apart: readonly (readonly Fragment[])[]
}

type Item = Awaited<ReturnType<PdfPage['getTextContent']>>['items'][number]

/** What fonts that say no better give for a space and for signs. */
const controls = /[\p{Cc}\ufffe\uffff]/gu

/** Arabic letters as fonts have them, in their four forms and joined to each other. */
const arabicForms = /[\ufb50-\ufdff\ufe70-\ufefc]/g

/** As letters are typed: a lam-alef in one sign comes apart in its own order. */
const typed = (form: string): string => form.normalize('NFKC').trim()

/** All text of a page. Text at other angles than the page's own comes apart from it. */
export async function pageText(page: PdfPage): Promise<PageText> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items, styles } = await page.getTextContent()
  const byAngle = new Map<number, Fragment[]>()
  const letters = new Map<number, number>()
  let spaced = false
  for (const item of items) {
    if (!('str' in item)) continue
    const str = item.str.replace(controls, ' ').replace(arabicForms, typed)
    if (str.trim() === '') {
      spaced ||= str !== ''
      continue
    }
    const [quarter, fragment] = placed(
      { ...item, str, vertical: styles[item.fontName]?.vertical === true },
      transform,
      spaced,
    )
    spaced = /\s$/.test(str)
    const same = byAngle.get(quarter) ?? []
    byAngle.set(quarter, same)
    same.push(fragment)
    letters.set(quarter, (letters.get(quarter) ?? 0) + item.str.length)
  }
  const angles = [...letters].sort((a, b) => b[1] - a[1]).map(([quarter]) => quarter)
  const [main = 0, ...others] = angles
  const upright = main % 2 === 0
  return {
    width: upright ? width : height,
    height: upright ? height : width,
    fragments: onPage(byAngle.get(main) ?? [], main, width, height),
    apart: [
      ...others.map((quarter) => onPage(byAngle.get(quarter) ?? [], quarter, width, height)),
      await notesOn(page, transform),
    ],
  }
}

async function notesOn(page: PdfPage, transform: Matrix): Promise<Fragment[]> {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  return (await annotationTexts(page)).flatMap(({ text, x, y, width, size }): Fragment[] => {
    const shown = text.replace(controls, ' ').trim()
    if (shown === '') return []
    const left = a * x + c * y + e
    const place = { left, right: left + width, y: b * x + d * y + f, size, font: '' }
    return [{ text: shown, ...place, spaced: true, rtl: false }]
  })
}

type Matrix = readonly number[]

interface PlacedItem extends Extract<Item, { str: string }> {
  /** Its letters stand below each other. */
  readonly vertical: boolean
}

/** The place of an item, in coordinates that are turned by quarters until it reads upright. */
function placed(
  item: PlacedItem,
  page: Matrix,
  spaced: boolean,
): [quarter: number, fragment: Fragment] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page
  const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, jf = 0] = item.transform as number[]
  const across = { x: a * ia + c * ib, y: b * ia + d * ib }
  const up = { x: a * ic + c * id, y: b * ic + d * id }
  const at = { x: a * ie + c * jf + e, y: b * ie + d * jf + f }
  const size = Math.hypot(up.x, up.y) || Math.hypot(across.x, across.y) || 1
  const along = item.vertical ? { x: -up.x, y: -up.y } : across
  const quarter = ((Math.round(Math.atan2(along.y, along.x) / (Math.PI / 2)) % 4) + 4) % 4
  const { x, y } = turnedBack(at.x, at.y, quarter)
  // Some fonts do not say how wide their letters are.
  const length = (item.vertical ? item.height : item.width) || size
  return [
    quarter,
    {
      text: item.str.trim(),
      left: finite(x),
      right: finite(x + length),
      y: finite(y),
      size: finite(size),
      font: item.fontName,
      rtl: item.dir === 'rtl',
      spaced: spaced || /^\s/.test(item.str),
    },
  ]
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0)

function turnedBack(x: number, y: number, quarter: number): { x: number; y: number } {
  if (quarter === 1) return { x: y, y: -x }
  if (quarter === 2) return { x: -x, y: -y }
  if (quarter === 3) return { x: -y, y: x }
  return { x, y }
}

/** Moves turned coordinates back onto the sheet, whose corner was turned with them. */
function onPage(
  fragments: readonly Fragment[],
  quarter: number,
  width: number,
  height: number,
): readonly Fragment[] {
  const right = quarter === 2 ? width : quarter === 3 ? height : 0
  const down = quarter === 1 ? width : quarter === 2 ? height : 0
  if (right === 0 && down === 0) return fragments
  return fragments.map((fragment) => ({
    ...fragment,
    left: fragment.left + right,
    right: fragment.right + right,
    y: fragment.y + down,
  }))
}
