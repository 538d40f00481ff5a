// The right side is loaded after the window is shown. Its place is there before, so that no text moves.
import '../../../src/renderer/styles/base.css'
import '../../../src/renderer/shell/shell.css'
import { expect, it } from 'vitest'

it('has its width before what stands in it is loaded', () => {
  const middle = document.createElement('div')
  middle.className = 'middle'
  middle.style.width = '1000px'
  middle.innerHTML = '<div class="centre"></div><aside class="side notes-side"></aside>'
  document.body.append(middle)
  const widthOf = (selector: string) =>
    middle.querySelector(selector)?.getBoundingClientRect().width
  expect(widthOf('.notes-side')).toBe(300)
  expect(widthOf('.centre')).toBe(700)
  middle.remove()
})
