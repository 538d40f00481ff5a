// What clicks and keys in an article's text do: pictures, furniture, footnotes, links, highlights.

import type { Caret } from '../dom/caret.ts'
import { referenceTo } from '../dom/footnotes.ts'
import type { TextMap } from '../dom/text-offsets.ts'
import { useCorrections } from '../state/corrections.ts'
import { hitUnder } from '../state/find.ts'
import { focusPane } from '../state/panes.ts'
import type { Reader } from '../state/readers.ts'
import { openDialog, useUi } from '../state/ui.ts'
import { setOpen } from './keep-view.ts'

export interface ArticleEvents {
  readonly pane: string
  readonly article: string
  readonly host: HTMLElement
  readonly map: TextMap
  readonly caret: Caret
  readonly reader: Reader
  /** Takes the highlight at an offset in hand; gives whether there was one. */
  take(offset: number): boolean
  readonly signal: AbortSignal
}

export function listenToArticle(events: ArticleEvents): void {
  const { pane, article, host, map, caret, reader, take, signal } = events
  const follow = createFollow(events)

  function click(event: MouseEvent): void {
    focusPane(pane)
    const target = event.target as Element
    const picture = target.closest<HTMLElement>('.picture')
    if (picture) {
      if (picture.dataset.state !== 'shown') return
      useCorrections.setState({ picture: { article, index: Number(picture.dataset.picture) } })
      openDialog('picture')
      return
    }
    const run = target.closest('.furniture-run')
    const mark = target.closest('.furniture-mark')
    if (!mark && !document.getSelection()?.isCollapsed) return
    if (run && (mark || !target.closest('mark'))) {
      setOpen(run, !run.hasAttribute('data-open'))
      return
    }
    const at = map.characterFromPoint(event.clientX, event.clientY)
    if (at === null || !take(at)) follow(target, at)
  }

  function keydown(event: KeyboardEvent): void {
    const target = event.target as Element
    // Buttons, wide tables and long lines have their own use for keys.
    const own = target.closest('button, .table-box[tabindex], pre[tabindex]')
    if (own && target === own) return
    if (event.key === 'Enter' && !event.defaultPrevented) {
      const isSeen = caret.isOn || !document.getSelection()?.isCollapsed
      const hit = hitUnder(pane, isSeen ? reader.range() : null)
      if (hit) {
        event.preventDefault()
        void import('../actions/highlight-found.ts').then((acts) => acts.highlightFound(hit, pane))
        return
      }
      const at = caret.isOn ? caret.offset() : (reader.range()?.start ?? null)
      if (at === null) return
      const { node } = map.pointAt(at)
      const element = node instanceof Element ? node : node.parentElement
      const inNote = element?.closest('.footnote') != null
      if (element && follow(element, inNote ? null : at)) event.preventDefault()
      return
    }
    if (caret.handleKey(event)) event.preventDefault()
  }

  function contextmenu(event: MouseEvent): void {
    // With Shift: the browser's own.
    if (event.shiftKey) return
    const target = event.target as Element
    const run = target.closest('.furniture-run')
    const element =
      target.closest<HTMLElement>('[data-block]') ?? run?.querySelector<HTMLElement>('[data-block]')
    const at = caret.offset()
    const byKey = target === host && at !== null ? blockAt(map, at) : null
    const box = (element ?? host).getBoundingClientRect()
    const rect = byKey === null || at === null ? null : map.rectsOf(at, at + 1)[0]
    event.preventDefault()
    useCorrections.setState({
      menu: {
        pane,
        article,
        x: rect?.left ?? (event.clientX || box.left + 16),
        y: rect?.bottom ?? (event.clientY || box.top + 16),
        block: element ? Number(element.dataset.block) : byKey,
        href: target.closest<HTMLElement>('[data-href]')?.dataset.href ?? null,
      },
    })
  }

  host.addEventListener('click', click, { signal })
  host.addEventListener('keydown', keydown, { signal })
  host.addEventListener('contextmenu', contextmenu, { signal })
}

/** Acts on what stands in an element, and gives whether there was something. `at`: the offset, if known. */
type Follow = (target: Element, at: number | null) => boolean

function createFollow({ map, caret, reader }: ArticleEvents): Follow {
  /** Where the reader came from to a footnote. */
  const origins = new Map<number, number>()

  const goTo = (start: number, end: number): void => {
    reader.reveal(start, end)
    if (caret.isOn) caret.show(start)
    reader.flash(start, end)
  }

  // A reference, a note's own marker, a link.
  return (target, at) => {
    const reference = target.closest<HTMLElement>('.note-reference')
    if (reference) {
      const note = Number(reference.dataset.note)
      const range = map.blockRange(note)
      const here = map.offsetOf(reference, 0)
      if (here !== null) origins.set(note, here)
      if (range) goTo(range.start, range.end)
      return range !== null
    }
    const link = target.closest<HTMLElement>('[data-href]')
    if (link?.dataset.href) {
      useUi.setState({ link: link.dataset.href })
      return true
    }
    const note = target.closest<HTMLElement>('.footnote')
    if (note && at === null) {
      const index = Number(note.dataset.block)
      const back = origins.get(index) ?? referenceTo(map.article, index)
      if (back !== null) goTo(back, back + 1)
      return back !== null
    }
    return false
  }
}

function blockAt(map: TextMap, offset: number): number | null {
  const { node } = map.pointAt(offset)
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest<HTMLElement>('[data-block]')?.dataset.block
  return block === undefined ? null : Number(block)
}
