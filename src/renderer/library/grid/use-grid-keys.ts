// What keys do in the grid: arrows, Home, End and the page keys move; with Shift they choose; Space
// chooses, Enter opens, letters go to a name; sideways into what a row holds and back.
import { type KeyboardEvent, useRef } from 'react'
import type { Heading, Identified, RowSource } from './row-source.ts'
import { createTypeAhead, findHere, type TypeAhead } from './type-ahead.ts'
import type { Choosing } from './use-choosing.ts'

export interface GridKeys<Row extends Identified> {
  readonly rows: RowSource<Row>
  readonly current: number
  readonly choosing: Choosing
  readonly anyChosen: boolean
  nameOf(row: Row): string
  onOpen(row: Row): void
  /** Puts the rows beneath a heading away, or shows them again. */
  onFold(heading: Heading): void
  /** Puts the keyboard on a row. */
  goTo(index: number): void
  /** The row a view further down or up. */
  pageFrom(index: number, by: 1 | -1): number
}

/** What a row holds that can have the keyboard. */
const inner = 'button, input'

export function useGridKeys<Row extends Identified>(
  keys: GridKeys<Row>,
): (event: KeyboardEvent) => void {
  const ahead = useRef<TypeAhead | null>(null)
  ahead.current ??= createTypeAhead()
  const typing = ahead.current
  const asked = useRef(0)
  const latest = useRef(keys)
  latest.current = keys
  /** A name that is not here comes late: what was done meanwhile counts. */
  const seek = (typed: string): void => {
    const { rows, current, nameOf, goTo } = keys
    const turn = ++asked.current
    const go = (index: number | null): void => {
      if (index !== null && turn === asked.current) latest.current.goTo(index)
    }
    if (rows.findNamed) void rows.findNamed(typed, Math.max(0, current)).then(go)
    else {
      const index = findHere(rows, typed, current, nameOf)
      if (index !== null) goTo(index)
    }
  }
  return (event) => {
    if (event.altKey || event.defaultPrevented || event.nativeEvent.isComposing) return
    const letter = typedIn(event)
    const acts = moved(keys, event) || sideways(event) || acted(keys, event, typing)
    if (acts) asked.current++
    else if (letter !== null) seek(typing.type(letter))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

function moved<Row extends Identified>(keys: GridKeys<Row>, event: KeyboardEvent): boolean {
  const { rows, current, choosing, goTo, pageFrom } = keys
  const control = event.ctrlKey || event.metaKey
  const to = {
    ArrowDown: () => current + 1,
    ArrowUp: () => current - 1,
    Home: () => 0,
    End: () => rows.total - 1,
    PageDown: () => pageFrom(current, 1),
    PageUp: () => pageFrom(current, -1),
  }[event.key]
  if (!to || rows.total === 0 || (control && event.key !== 'Home' && event.key !== 'End'))
    return false
  const index = Math.min(Math.max(0, to()), rows.total - 1)
  if (event.shiftKey) choosing.extend(index)
  goTo(index)
  return true
}

/** Between a row and what it holds. */
function sideways({ key, target, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (by === 0 || shiftKey || ctrlKey || metaKey || !(target instanceof HTMLElement)) return false
  const row = target.closest<HTMLElement>('[role=row]')
  if (!row) return false
  const stops = [row, ...row.querySelectorAll<HTMLElement>(inner)]
  const next = stops[(stops.indexOf(target) + by + stops.length) % stops.length]
  next?.focus({ preventScroll: true })
  return true
}

function acted<Row extends Identified>(
  keys: GridKeys<Row>,
  event: KeyboardEvent,
  typing: TypeAhead,
): boolean {
  const { rows, current, choosing, anyChosen, onOpen, onFold } = keys
  const { key, target, shiftKey } = event
  const control = event.ctrlKey || event.metaKey
  if (key === 'Escape') {
    if (anyChosen) choosing.none()
    return anyChosen
  }
  if (key.toLowerCase() === 'a' && control && !shiftKey) {
    choosing.all()
    return true
  }
  // Buttons in a row have their own use for these.
  if (control || (target instanceof Element && target.matches(inner))) return false
  const heading = rows.headingAt?.(current)
  if (heading && (key === 'Enter' || (key === ' ' && !typing.isTyping()))) {
    onFold(heading)
    return true
  }
  if (key === 'Enter') {
    const row = rows.rowAt(current)
    if (row) onOpen(row)
    return row !== null
  }
  if (key !== ' ' || typing.isTyping()) return false
  if (shiftKey) choosing.extend(current)
  else choosing.toggle(current)
  return true
}

/** A letter that is typed on a row; null for any other key. */
function typedIn({ key, target, ctrlKey, metaKey }: KeyboardEvent): string | null {
  const isLetter = [...key].length === 1 && !ctrlKey && !metaKey
  return isLetter && !(target instanceof Element && target.matches(inner)) ? key : null
}
