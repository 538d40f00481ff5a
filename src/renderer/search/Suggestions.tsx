// What could be typed next: operators in an empty box, their values once one is begun.
import type { RefObject } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { searchFor } from '../actions/search.ts'
import { useSearch } from '../state/search.ts'
import { backToBox } from './back-to-box.ts'

export function Suggestions({ box }: { readonly box: RefObject<HTMLInputElement | null> }) {
  const suggestions = useSearch((state) => state.suggestions)
  const query = useSearch((state) => state.query)
  const isEmpty = query.trim() === ''
  const all = suggestions?.suggestions ?? []
  // A word that only happens to begin as an operator is no reason to put a list in the way.
  const shown = all.filter(({ kind }) => kind === 'value' || isEmpty)
  const hint = suggestions?.hint ?? null
  if (shown.length === 0 && hint === null) return null
  const take = (label: string) => {
    const edit = shown.find((each) => each.label === label)?.edit
    if (!edit) return
    const next = query.slice(0, edit.start) + edit.text + query.slice(edit.end)
    searchFor(next, edit.caret)
    box.current?.focus()
    requestAnimationFrame(() => box.current?.setSelectionRange(edit.caret, edit.caret))
  }
  return (
    <div
      className="search-suggestions"
      data-alone={isEmpty || undefined}
      onKeyDownCapture={backToBox(() => box.current?.focus())}
    >
      {isEmpty && (
        <p className="muted hint">
          Type words, or a “phrase” in quotation marks; -word leaves out, OR lets one or the other
          do. Or begin with:
        </p>
      )}
      {hint !== null && <p className="muted hint">{hint}</p>}
      {shown.length > 0 && (
        <ListBox
          aria-label="Suggestions"
          items={shown.map((each) => ({ ...each, id: each.label }))}
          selectionMode="none"
          onAction={(key) => take(String(key))}
        >
          {({ label, explanation }) => (
            <ListBoxItem id={label} textValue={label} className="choice">
              <span dir="auto">{label}</span>
              <span className="muted">{explanation}</span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </div>
  )
}
