// The last messages, the newest first: what was gone before it was read can be read here.
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { closeDialog, useUi } from '../state/ui.ts'
import { MessageWords } from './MessageWords.tsx'

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })

export function MessagesDialog() {
  const said = useUi((state) => state.said)
  return (
    <DialogFrame title="Last messages" onClose={closeDialog}>
      {said.length === 0 ? (
        <p className="muted">Nothing was said since Parallax was started.</p>
      ) : (
        <ol className="said">
          {said.map((message) => (
            <li key={message.id} className="message" data-kind={message.kind}>
              <MessageWords {...message} />
              <time dateTime={new Date(message.at).toISOString()} className="muted">
                {clock.format(message.at)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </DialogFrame>
  )
}
