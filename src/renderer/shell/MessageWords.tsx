// What a message says, its details, and its undo while nothing was done since.
import { Info, TriangleAlert } from 'lucide-react'
import { undo } from '../actions/annotate.ts'
import { useHistory } from '../replica/history.ts'
import { dismiss, type Message } from '../state/ui.ts'

export function MessageWords({ id, kind, text, advice, detail, step }: Message) {
  const Icon = kind === 'error' ? TriangleAlert : Info
  const undone = useHistory(({ undo, revision }) =>
    step !== undefined && revision <= step ? undo : null,
  )
  return (
    <>
      <Icon size={16} aria-hidden />
      <div className="message-words" dir="auto">
        <p>{text}</p>
        {advice && <p className="muted">{advice}</p>}
        {detail && (
          <details>
            <summary>Details</summary>
            <pre>{detail}</pre>
            <button
              type="button"
              className="text-button"
              onClick={() => void navigator.clipboard.writeText(`${text}\n${detail}`)}
            >
              Copy details
            </button>
          </details>
        )}
      </div>
      {undone !== null && (
        <button
          type="button"
          className="text-button"
          title={`Undo: ${undone}`}
          onClick={() => {
            dismiss(id)
            void undo()
          }}
        >
          Undo
        </button>
      )}
    </>
  )
}
