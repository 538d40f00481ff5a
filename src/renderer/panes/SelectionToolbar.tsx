// The small toolbar beside what is selected, or beside the highlight in hand. Never over it.
import { Check, Copy, StickyNote, Tag, Trash2, Unlink2 } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Color } from '../../shared/model/color.ts'
import { applyColor, deleteInHand, edit } from '../actions/annotate.ts'
import { copyQuote } from '../actions/copy-quote.ts'
import { runAction } from '../actions/run.ts'
import { ColorDots } from '../parts/ColorDots.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { annotationsOf, useAnnotated } from '../replica/annotations.ts'
import { useAnnotations } from '../state/annotations.ts'
import { useApp } from '../state/app.ts'
import { usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { useSelection } from '../state/selection.ts'
import { placeBeside } from './place-beside.ts'

interface Subject {
  readonly pane: string
  readonly start: number
  readonly end: number
  /** Null: not highlighted yet. */
  readonly color: Color | null
  /** The highlight was found again and waits for the reader’s word. */
  readonly foundAgain: boolean
}

export function SelectionToolbar() {
  const subject = useSubject()
  const lastColor = useApp((state) => state.settings.lastColor)
  const bar = useRef<HTMLDivElement>(null)
  const moved = useMovement(subject !== null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `moved` says that the text moved under it
  useLayoutEffect(() => {
    const element = bar.current
    const reader = readerOf(subject?.pane)
    const pane = element?.closest('main')?.querySelector('.pane[data-focused] .scroller')
    if (!element || !subject || !reader || !pane) return
    const rects = reader.rects(subject.start, subject.end)
    const place = placeBeside(rects, pane.getBoundingClientRect(), element.getBoundingClientRect())
    element.hidden = place === null
    if (place) element.style.translate = `${place.x}px ${place.y}px`
  }, [subject, moved])

  if (!subject) return null
  const { color, foundAgain } = subject
  return (
    <div
      ref={bar}
      className="selection-toolbar"
      role="toolbar"
      aria-label={color ? 'Highlight' : 'Selection'}
      data-bare-keys
      // The selection must survive a press on the toolbar.
      onPointerDown={(event) => event.preventDefault()}
    >
      <ColorDots chosen={color ?? lastColor} onChoose={(chosen) => void applyColor(chosen)} />
      <span className="toolbar-line" />
      <IconButton name="Tag" icon={Tag} action="tag" onPress={() => void edit('tags')} />
      <IconButton name="Note" icon={StickyNote} action="note" onPress={() => void edit('note')} />
      <IconButton
        name="Copy quote with reference"
        icon={Copy}
        action="copy-quote"
        onPress={() => void copyQuote()}
      />
      {foundAgain && (
        <>
          <IconButton
            name="Confirm: found again on its passage"
            icon={Check}
            action="confirm-place"
            onPress={() => runAction('confirm-place')}
          />
          <IconButton
            name="Detach: this is not the passage"
            icon={Unlink2}
            action="detach"
            onPress={() => runAction('detach')}
          />
        </>
      )}
      {color && (
        <IconButton
          name="Delete highlight"
          icon={Trash2}
          action="delete"
          onPress={() => void deleteInHand()}
        />
      )}
    </div>
  )
}

/** What the toolbar is for: the selection, else the highlight in hand when its pane is in focus. */
function useSubject(): Subject | null {
  const selected = useSelection((state) => state.selected)
  const inHand = useAnnotations((state) => state.inHand)
  const editing = useAnnotations((state) => state.editing)
  const resolved = useAnnotated((state) => (inHand ? annotationsOf(state, inHand.article) : null))
  const focused = usePanes((state) => state.panes.find(({ key }) => key === state.focused))
  if (selected && selected.pane === focused?.key)
    return {
      pane: selected.pane,
      start: selected.start,
      end: selected.end,
      color: null,
      foundAgain: false,
    }
  if (!inHand || editing || focused?.article !== inHand.article) return null
  const found = resolved?.find(({ annotation }) => annotation.id === inHand.id)
  if (!found || found.anchor.state === 'orphaned') return null
  const { start, end } = found.anchor
  const foundAgain = found.anchor.state === 'moved'
  return { pane: focused.key, start, end, color: found.annotation.color, foundAgain }
}

/** Changes whenever something scrolled or the window changed its size. */
function useMovement(active: boolean): number {
  const [moves, setMoves] = useState(0)
  useEffect(() => {
    if (!active) return
    const stop = new AbortController()
    const moved = () => setMoves((count) => count + 1)
    const options = { capture: true, passive: true, signal: stop.signal }
    window.addEventListener('scroll', moved, options)
    window.addEventListener('resize', moved, options)
    return () => stop.abort()
  }, [active])
  return moves
}
