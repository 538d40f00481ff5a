// What the app has to say, between the text and the bar at the bottom, where it covers neither: errors
// until they are closed, other things for a moment.
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '../parts/IconButton.tsx'
import { dismiss, useUi } from '../state/ui.ts'
import { MessageWords } from './MessageWords.tsx'

export function Messages() {
  const messages = useUi((state) => state.messages)
  const list = useRef<HTMLDivElement>(null)
  // Dialogs end above it.
  useEffect(() => {
    const part = list.current
    if (!part) return
    const root = document.documentElement
    const sizes = new ResizeObserver(() =>
      root.style.setProperty('--messages-height', `${part.offsetHeight}px`),
    )
    sizes.observe(part)
    return () => {
      sizes.disconnect()
      root.style.removeProperty('--messages-height')
    }
  }, [])
  return (
    <div ref={list} className="message-list">
      {messages.map((message) => (
        <div
          key={message.id}
          className="message"
          data-kind={message.kind}
          role={message.kind === 'error' ? 'alert' : 'status'}
        >
          <MessageWords {...message} />
          <IconButton name="Close message" icon={X} size={14} onPress={() => dismiss(message.id)} />
        </div>
      ))}
    </div>
  )
}
