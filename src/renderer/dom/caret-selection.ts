// The document's selection as the caret has it: two offsets into the article's text.
import type { TextMap } from './text-offsets.ts'

/** UTF-16 offsets; both the same where nothing is selected. */
export interface Place {
  readonly anchor: number
  /** The end that moves. */
  readonly focus: number
}

export interface CaretSelection {
  /** The selection's ends; null if it is not in the host whole. */
  read(): Place | null
  select(place: Place): void
}

export function createCaretSelection(map: TextMap): CaretSelection {
  const document = map.host.ownerDocument
  return {
    read() {
      const selection = document.getSelection()
      if (!selection?.anchorNode || !selection.focusNode) return null
      const anchor = map.offsetOf(selection.anchorNode, selection.anchorOffset)
      const focus = map.offsetOf(selection.focusNode, selection.focusOffset)
      return anchor === null || focus === null ? null : { anchor, focus }
    },
    select({ anchor, focus }) {
      const from = map.pointAt(anchor, anchor <= focus ? 'start' : 'end')
      const to = anchor === focus ? from : map.pointAt(focus, anchor < focus ? 'end' : 'start')
      document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    },
  }
}
