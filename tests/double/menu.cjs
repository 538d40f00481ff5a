// Menu and MenuItem: a model that can be clicked; nothing is drawn.
'use strict'

const { EventEmitter } = require('node:events')
const { matches, parseAccelerator } = require('./accelerator.cjs')
const { createEvent } = require('./event.cjs')
const { roleOf } = require('./menu-roles.cjs')
const { registry } = require('./registry.cjs')
const { refusing } = require('./unsupported.cjs')

let lastCommandId = 0
/** @type {Menu | null} */
let applicationMenu = null

class MenuItem {
  /** @param {Record<string, any>} options as in Electron's documentation */
  constructor(options) {
    const role = options.role && roleOf(options.role)
    const { click, submenu, ...given } = options
    Object.assign(this, {
      type: submenu ? 'submenu' : 'normal',
      label: role?.label ?? '',
      sublabel: '',
      toolTip: '',
      enabled: true,
      visible: true,
      checked: false,
      acceleratorWorksWhenHidden: true,
      registerAccelerator: role?.registerAccelerator ?? true,
      accelerator: role?.accelerator,
      commandId: ++lastCommandId,
      userAccelerator: null,
      ...given,
    })
    if (this.accelerator) parseAccelerator(this.accelerator)
    if (submenu) {
      this.submenu = submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu)
    }
    /** As in Electron, the arguments are optional. */
    this.click = (event = createEvent(), window = registry.focused, contents = undefined) => {
      if (!this.enabled) return
      if (this.type === 'checkbox') this.checked = !this.checked
      if (this.type === 'radio') this.menu?.choose(this)
      if (role) role.run(window, contents)
      else click?.(this, window ?? undefined, event)
    }
  }
}

class Menu extends EventEmitter {
  /** @type {MenuItem[]} */
  items = []
  #popupClosed

  append(item) {
    this.insert(this.items.length, item)
  }
  insert(position, item) {
    if (!(item instanceof MenuItem)) throw new TypeError('Invalid item')
    Object.defineProperty(item, 'menu', { value: this, configurable: true })
    this.items.splice(position, 0, item)
  }

  /** Radio items belong together as far as no other kind lies between them. */
  choose(item) {
    const at = this.items.indexOf(item)
    const others = (step) => {
      for (let i = at; this.items[i]?.type === 'radio'; i += step) this.items[i].checked = false
    }
    others(1)
    others(-1)
    item.checked = true
  }

  /** @returns {MenuItem | null} */
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup({ callback } = {}) {
    this.#popupClosed = callback
    this.emit('menu-will-show', createEvent())
  }
  closePopup() {
    this.emit('menu-will-close', createEvent())
    this.#popupClosed?.()
    this.#popupClosed = undefined
  }

  static buildFromTemplate(template) {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    for (const entry of template) {
      if (!entry || !(entry.label || entry.role || entry.type)) {
        throw new TypeError(
          'Invalid template for MenuItem: must have at least one of label, role or type',
        )
      }
      for (const word of ['before', 'after', 'beforeGroupContaining', 'afterGroupContaining']) {
        if (entry[word]) throw new Error(`electron double: unsupported: menu position '${word}'`)
      }
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry))
    }
    return menu
  }
  static setApplicationMenu(menu) {
    applicationMenu = menu
  }
  static getApplicationMenu = () => applicationMenu
}
Object.setPrototypeOf(Menu.prototype, refusing('Menu', EventEmitter.prototype))

/**
 * A key that the page left alone: clicks the first item that has registered it.
 *
 * @param {any} pressed @param {any} window
 * @returns {boolean} whether there was one
 */
function pressKey(pressed, window) {
  const item = findByKey(applicationMenu, pressed)
  item?.click(createEvent({ triggeredByAccelerator: true }), window, window.webContents)
  return item !== undefined
}

function findByKey(menu, pressed) {
  for (const item of menu?.items ?? []) {
    const inside = item.submenu && findByKey(item.submenu, pressed)
    if (inside) return inside
    const isTaken = item.accelerator && item.enabled && item.registerAccelerator
    const isReachable = item.visible || item.acceleratorWorksWhenHidden
    if (isTaken && isReachable && matches(item.accelerator, pressed)) return item
  }
  return undefined
}

module.exports = { Menu, MenuItem, pressKey }
