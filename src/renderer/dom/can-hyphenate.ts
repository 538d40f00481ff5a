// Whether this browser can hyphenate: it says that it knows `hyphens`, and yet may have no patterns for
// the language (Electron on Linux and Windows has none).

/** Tries it out of sight. */
export function canHyphenate(language: string): boolean {
  const box = document.createElement('div')
  box.lang = language
  box.textContent = 'internationalisation '.repeat(2)
  Object.assign(box.style, {
    position: 'absolute',
    visibility: 'hidden',
    width: '14ch',
    font: '16px monospace',
    overflowWrap: 'normal',
  })
  document.body.append(box)
  const heightWith = (hyphens: string): number => {
    box.style.hyphens = hyphens
    return box.getBoundingClientRect().height
  }
  const can = heightWith('auto') > heightWith('manual')
  box.remove()
  return can
}
