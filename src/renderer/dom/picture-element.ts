// A picture's place in the text: as large as it will be, without the picture itself, which is asked
// for when it comes near (`picture-loader.ts`). Adds no text, so offsets know nothing of it.
import type { Picture } from '../../shared/model/article.ts'

/**
 * @param index the picture's place in `OpenArticle.pictures`
 * @param offset what offsets in it are taken for
 */
export function pictureElement(
  document: Document,
  { alt, width, height }: Picture,
  index: number,
  offset: number,
): HTMLElement {
  const figure = document.createElement('figure')
  figure.className = 'picture'
  figure.dataset.picture = String(index)
  figure.dataset.start = String(offset)
  figure.dataset.end = String(offset)
  const frame = document.createElement('button')
  frame.type = 'button'
  frame.className = 'picture-frame'
  frame.title = 'Show larger'
  frame.style.setProperty('--picture-width', `${width}`)
  frame.style.setProperty('--picture-height', `${height}`)
  if (alt === '') {
    // Nothing is said of it, so there is nothing to read out or to stop at.
    frame.tabIndex = -1
    frame.setAttribute('aria-hidden', 'true')
  } else frame.setAttribute('aria-description', 'Shows the picture large')
  const image = document.createElement('img')
  image.alt = alt
  image.width = width
  image.height = height
  image.draggable = false
  frame.append(image)
  figure.append(frame)
  return figure
}
