// Where a window is and how large: kept in numbers only, there is no window manager.
'use strict'

const { createEvent } = require('./event.cjs')
const { emitterThatRefuses } = require('./unsupported.cjs')

const WORK_AREA = Object.freeze({ x: 0, y: 0, width: 1920, height: 1080 })

/** The half of BrowserWindow that is about bounds; events come later, as from a window manager. */
class Geometry extends emitterThatRefuses('BrowserWindow') {
  #normal
  #minimum
  #state = 'normal'

  /** @param {Record<string, any>} options of the BrowserWindow */
  constructor({ x, y, width = 800, height = 600, minWidth = 0, minHeight = 0 }) {
    super()
    this.#minimum = [minWidth, minHeight]
    this.#normal = {
      x: x ?? Math.round((WORK_AREA.width - width) / 2),
      y: y ?? Math.round((WORK_AREA.height - height) / 2),
      width: Math.max(width, minWidth),
      height: Math.max(height, minHeight),
    }
  }

  getBounds() {
    const isFull = this.#state === 'maximized' || this.#state === 'fullscreen'
    return { ...(isFull ? WORK_AREA : this.#normal) }
  }
  getNormalBounds = () => ({ ...this.#normal })
  getContentBounds = () => this.getBounds()
  getSize = () => [this.getBounds().width, this.getBounds().height]
  getContentSize = () => this.getSize()
  getPosition = () => [this.getBounds().x, this.getBounds().y]
  getMinimumSize = () => [...this.#minimum]

  setBounds(given) {
    const before = this.getBounds()
    const next = { ...before, ...given }
    const [minWidth, minHeight] = this.#minimum
    this.#state = 'normal'
    this.#normal = {
      x: Math.round(next.x),
      y: Math.round(next.y),
      width: Math.max(Math.round(next.width), minWidth),
      height: Math.max(Math.round(next.height), minHeight),
    }
    this.#changed(before)
  }
  setContentBounds = (bounds) => this.setBounds(bounds)
  setSize = (width, height) => this.setBounds({ width, height })
  setContentSize = (width, height) => this.setBounds({ width, height })
  setPosition = (x, y) => this.setBounds({ x, y })
  setMinimumSize(width, height) {
    this.#minimum = [width, height]
  }
  center() {
    const { width, height } = this.#normal
    this.setPosition((WORK_AREA.width - width) / 2, (WORK_AREA.height - height) / 2)
  }

  maximize = () => this.#become('maximized', 'maximize')
  unmaximize = () => this.isMaximized() && this.#become('normal', 'unmaximize')
  minimize = () => this.#become('minimized', 'minimize')
  restore = () => this.#state !== 'normal' && this.#become('normal', 'restore')
  setFullScreen(flag) {
    if (flag === this.isFullScreen()) return
    if (flag) this.#become('fullscreen', 'enter-full-screen')
    else this.#become('normal', 'leave-full-screen')
  }
  isMaximized = () => this.#state === 'maximized'
  isMinimized = () => this.#state === 'minimized'
  isFullScreen = () => this.#state === 'fullscreen'
  isNormal = () => this.#state === 'normal'

  #become(state, event) {
    if (state === this.#state) return
    const before = this.getBounds()
    this.#state = state
    this.#later(event)
    this.#changed(before)
  }

  #changed(before) {
    const { x, y, width, height } = this.getBounds()
    if (x !== before.x || y !== before.y) this.#later('move')
    if (width === before.width && height === before.height) return
    this.resized()
    this.#later('resize')
  }

  #later(event) {
    setImmediate(() => {
      if (!this.isDestroyed()) this.emit(event, createEvent())
    })
  }
}

module.exports = { Geometry, WORK_AREA }
