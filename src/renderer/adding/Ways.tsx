// Files that are held over the window, and what is pasted into it. A drop that is nobody's never leads
// the window away from its page.
import { FilePlus2 } from 'lucide-react'
import { useEffect } from 'react'
import { addDropped } from '../actions/add.ts'
import { count } from '../actions/came.ts'
import { entriesOf } from '../actions/dropped.ts'
import { handlePaste } from '../actions/paste.ts'
import { useLibrary } from '../replica/library.ts'
import { useAdding } from '../state/adding.ts'

export function Ways() {
  useEffect(listen, [])
  const held = useAdding((state) => state.held)
  const info = useLibrary((state) => state.info)
  if (held === null) return null
  const what = held === 0 ? 'it' : count(held, 'item')
  return (
    <div className="drop-overlay">
      <div className="drop-words" role="status">
        <FilePlus2 size={30} strokeWidth={1.5} aria-hidden />
        {!info ? (
          <>
            <p>Open a folder first</p>
            <p className="muted">What you drop is put into a library, and none is open yet.</p>
          </>
        ) : info.readOnly ? (
          <>
            <p>Nothing can be added here now</p>
            <p className="muted">{info.readOnly.message}</p>
          </>
        ) : (
          <>
            <p>
              Add {what} to “{info.name}”
            </p>
            <p className="muted">Copies are put into its folder; the originals stay as they are.</p>
          </>
        )}
      </div>
    </div>
  )
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Follows drags and pastes over the whole window; gives the function that ends it. */
function listen(): () => void {
  /** A selection or a picture of our own is being dragged. */
  let ours = false
  const isFiles = (event: DragEvent): boolean =>
    !ours && event.dataTransfer?.types.includes('Files') === true
  const hold = (held: number | null) => {
    if (useAdding.getState().held !== held) useAdding.setState({ held })
  }
  const over = (event: DragEvent) => {
    const data = event.dataTransfer
    if (event.defaultPrevented || !data) return
    if (isFiles(event)) {
      event.preventDefault()
      data.dropEffect = 'copy'
      hold([...data.items].filter(({ kind }) => kind === 'file').length)
    } else if (!isText(event.target)) {
      event.preventDefault()
      data.dropEffect = 'none'
    }
  }
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) hold(null)
  }
  const drop = (event: DragEvent) => {
    hold(null)
    if (event.defaultPrevented || !event.dataTransfer) return
    if (isFiles(event)) {
      event.preventDefault()
      void addDropped(entriesOf(event.dataTransfer))
    } else if (!isText(event.target)) event.preventDefault()
  }
  const begin = () => {
    ours = true
  }
  const end = () => {
    ours = false
    hold(null)
  }
  const ears = {
    dragenter: over,
    dragover: over,
    dragleave: leave,
    drop,
    dragstart: begin,
    dragend: end,
    paste: handlePaste,
  } as const
  for (const [name, ear] of Object.entries(ears))
    window.addEventListener(name, ear as (event: Event) => void)
  return () => {
    for (const [name, ear] of Object.entries(ears))
      window.removeEventListener(name, ear as (event: Event) => void)
  }
}
