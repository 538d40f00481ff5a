// What is said to screen readers and shown to nobody: the same as the eye sees at a glance.
import { create } from 'zustand'

export const useAnnouncement = create<{ readonly text: string }>()(() => ({ text: '' }))

/** Says it when nothing else is being said. The same words again are said again. */
export function announce(text: string): void {
  const before = useAnnouncement.getState().text
  // A live region that does not change stays silent.
  useAnnouncement.setState({ text: before === text ? `${text}\u00a0` : text })
}
