// Settings as the style sheets see them: attributes and custom properties of the root element.
import type { Settings } from '../../shared/model/settings.ts'

export function applyLook(settings: Settings): void {
  const root = document.documentElement
  root.dataset.theme = settings.theme
  root.dataset.font = settings.font
  root.dataset.furniture = settings.furniture
  root.toggleAttribute('data-justify', settings.justify)
  root.toggleAttribute('data-hyphenate', settings.hyphenate)
  root.style.setProperty('--usual-size', `${settings.fontSize}px`)
  root.style.setProperty('--read-leading', String(settings.lineHeight))
  root.style.setProperty('--read-measure', `${settings.measure}`)
}
