// Values to start from. Apart from the schemas, so that the renderer need not carry them.
import { limits } from './limits.ts'
import type { Session, Settings } from './settings.ts'

export const defaultSettings: Settings = {
  theme: 'system',
  font: 'serif',
  fontSize: 17,
  lineHeight: 1.62,
  measure: 68,
  justify: false,
  hyphenate: true,
  furniture: 'dimmed',
  singleKeys: true,
  lastColor: 'yellow',
  findCase: false,
  findWords: false,
  findAccents: false,
  findPattern: false,
}

export const emptySession: Session = {
  panes: [],
  focused: 0,
  pins: [],
  left: true,
  right: true,
  story: null,
  comparing: false,
  table: false,
  list: { sort: 'path' },
}

export const maxPanes = limits.panes
