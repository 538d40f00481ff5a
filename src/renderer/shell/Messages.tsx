// What the app has to say: errors until they are closed, other things for a moment.
import { Info, TriangleAlert, X } from 'lucide-react'
import { IconButton } from '../parts/IconButton.tsx'
import { dismiss, type Message, useUi } from '../state/ui.ts'

export function Messages() {
  const messages = useUi((state) => state.messages)
  return (
    <section className="messages" aria-label="Messages" aria-live="polite">
      {messages.map((message) => (
        <MessageBox key={message.id} {...message} />
      ))}
    </section>
  )
}

function MessageBox({ id, kind, text, advice, detail }: Message) {
  const Icon = kind === 'error' ? TriangleAlert : Info
  return (
    <div className="message" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div>
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
      <IconButton name="Close message" icon={X} size={14} onPress={() => dismiss(id)} />
    </div>
  )
}
