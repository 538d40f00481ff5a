// What the reader sees of an article.

/** The box of the scroller that a host is in, or of the window, in client pixels. */
export function viewRect(host: HTMLElement): DOMRect {
  const document = host.ownerDocument
  for (let parent = host.parentElement; parent; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent)
    const scrolls = overflowY === 'auto' || overflowY === 'scroll' || overflowY === 'hidden'
    if (scrolls && parent !== document.body) return parent.getBoundingClientRect()
  }
  const { clientWidth, clientHeight } = document.documentElement
  return new DOMRect(0, 0, clientWidth, clientHeight)
}
