// Tables and preformatted text that are wider than the column scroll in boxes of their own. Only
// those that do can be reached by the keyboard, so that no one has to pass by the others.

const boxes = '.table-box, pre[data-block]'

/** Watches the boxes of a built article. Gives the function that stops it. */
export function watchWideBoxes(host: HTMLElement): () => void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) update(target)
  })
  for (const box of host.querySelectorAll<HTMLElement>(boxes)) {
    observer.observe(box)
    for (const table of box.querySelectorAll('.table')) observer.observe(table)
  }
  // The pieces of one long table go sideways together.
  const follow = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement) || target.dataset.table === undefined) return
    for (const other of host.querySelectorAll<HTMLElement>('.table-box'))
      if (other !== target && other.dataset.table === target.dataset.table)
        other.scrollLeft = target.scrollLeft
  }
  host.addEventListener('scroll', follow, { capture: true, passive: true })
  return () => {
    observer.disconnect()
    host.removeEventListener('scroll', follow, { capture: true })
  }
}

function update(element: HTMLElement): void {
  const box = element.closest<HTMLElement>(boxes)
  if (!box) return
  const wide = box.scrollWidth > box.clientWidth + 1
  if (wide === box.hasAttribute('data-wide')) return
  box.toggleAttribute('data-wide', wide)
  if (wide) {
    box.tabIndex = 0
    box.setAttribute('role', 'region')
    const table = box.querySelector('.table')?.getAttribute('aria-label')
    box.setAttribute('aria-label', `${table ?? 'Preformatted text'}, scrolls sideways`)
  } else {
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name)
  }
}
