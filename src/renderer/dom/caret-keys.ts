// What the keys of a text caret mean, by platform. Apart from the caret, so that it can be read at a
// glance and told to the list of keys.

export type CaretMove =
  | {
      readonly kind: 'step'
      readonly direction: 'left' | 'right' | 'forward' | 'backward'
      readonly granularity: 'character' | 'word' | 'line' | 'lineboundary'
    }
  | { readonly kind: 'page'; readonly direction: 'forward' | 'backward' }
  | { readonly kind: 'edge'; readonly direction: 'forward' | 'backward' }

type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/**
 * The move a key asks for, Shift left aside; null if it is none. Left and right are directions on
 * the screen, so they are right in right-to-left text too.
 */
export function caretMove(event: KeyStroke, mac: boolean): CaretMove | null {
  const { key, ctrlKey, metaKey, altKey } = event
  const command = mac ? metaKey : ctrlKey
  const byWord = mac ? altKey : ctrlKey
  const foreign = mac ? ctrlKey || (metaKey && altKey) : metaKey || altKey
  if (foreign) return null
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const granularity = byWord ? 'word' : command ? 'lineboundary' : 'character'
      return { kind: 'step', direction: key === 'ArrowLeft' ? 'left' : 'right', granularity }
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const direction = key === 'ArrowUp' ? 'backward' : 'forward'
      if (mac && command) return { kind: 'edge', direction }
      return command || altKey ? null : { kind: 'step', direction, granularity: 'line' }
    }
    case 'Home':
    case 'End': {
      const direction = key === 'Home' ? 'backward' : 'forward'
      if (altKey) return null
      return command
        ? { kind: 'edge', direction }
        : { kind: 'step', direction, granularity: 'lineboundary' }
    }
    case 'PageUp':
    case 'PageDown':
      return command || altKey
        ? null
        : { kind: 'page', direction: key === 'PageUp' ? 'backward' : 'forward' }
    default:
      return null
  }
}
