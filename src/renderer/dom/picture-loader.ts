// Fills the pictures of a built article when they come near, so that a book with a thousand of them
// opens as fast as one with none.

/** How far outside the scroller a picture is asked for. */
const nearby = '100% 0px'
/** Pictures loaded in idle time although they are far: so that a short article prints whole. */
const idleMost = 40

export interface PictureSource {
  /** The address of one that is loaded already. */
  known(index: number): string | null
  /** Gives its address in this window; null when it cannot be shown. */
  load(index: number): Promise<string | null>
}

/** Gives the function that stops it; what is shown stays. */
export function loadPictures(
  host: HTMLElement,
  scroller: Element | null,
  source: PictureSource,
): () => void {
  const figures = [...host.querySelectorAll<HTMLElement>('.picture')]
  if (figures.length === 0) return () => undefined
  let stopped = false
  const asked = new Set<HTMLElement>()

  async function show(figure: HTMLElement): Promise<void> {
    if (asked.has(figure)) return
    asked.add(figure)
    observer.unobserve(figure)
    const url = await source.load(Number(figure.dataset.picture))
    if (!stopped) put(figure, url)
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting && target instanceof HTMLElement) void show(target)
    },
    { root: scroller, rootMargin: nearby },
  )
  for (const figure of figures) {
    const url = source.known(Number(figure.dataset.picture))
    if (url === null) observer.observe(figure)
    else {
      asked.add(figure)
      put(figure, url)
    }
  }
  const all = (): void => {
    for (const figure of figures) void show(figure)
  }
  const idle =
    figures.length <= idleMost ? window.requestIdleCallback(all, { timeout: 3_000 }) : null
  window.addEventListener('beforeprint', all)
  return () => {
    stopped = true
    observer.disconnect()
    if (idle !== null) window.cancelIdleCallback(idle)
    window.removeEventListener('beforeprint', all)
  }
}

function put(figure: HTMLElement, url: string | null): void {
  const image = figure.querySelector('img')
  if (!image) return
  const fail = (): void => {
    const words = image.alt === '' ? '' : `: ${image.alt}`
    figure.dataset.failed = `A picture that cannot be shown${words}`
    figure.dataset.state = 'failed'
  }
  if (url === null) {
    fail()
    return
  }
  image.addEventListener('error', fail, { once: true })
  image.addEventListener(
    'load',
    () => {
      figure.dataset.state = 'shown'
    },
    { once: true },
  )
  image.src = url
}
