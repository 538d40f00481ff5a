// What is on the clipboard, as a new article. The paste event is the main way: it needs no permission.
import { largestFile } from '../../shared/formats.ts'
import { useLibrary } from '../replica/library.ts'
import { openDialog, tellError, useUi } from '../state/ui.ts'
import { addDropped, canAdd, takePasted } from './add.ts'
import { isTyping } from './annotate.ts'
import { entriesOf } from './dropped.ts'
import { tooLarge } from './send-files.ts'

/** Acts on Ctrl+V where nothing is being written. */
export function handlePaste(event: ClipboardEvent): void {
  if (event.defaultPrevented || isTyping(event.target) || !event.clipboardData) return
  const { dialog, link } = useUi.getState()
  if ((dialog !== null && dialog !== 'add') || link !== null) return
  event.preventDefault()
  const data = event.clipboardData
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  if (text === '' && html === '' && data.files.length > 0) void addDropped(entriesOf(data))
  else void pasteWords(html === '' ? null : html, text)
}

/** Makes an article of words. Gives whether it is there. */
export async function pasteWords(html: string | null, text: string): Promise<boolean> {
  if (!canAdd()) return false
  const size = (html?.length ?? 0) + text.length
  if (size > largestFile) {
    tellError(tooLarge('What you pasted', size))
    return false
  }
  return takePasted(html, text)
}

/** The menu's way. Where the clipboard may not be read, the reader pastes into a box. */
export async function pasteArticle(): Promise<void> {
  if (!useLibrary.getState().info) {
    openDialog('add')
    return
  }
  if (!canAdd()) return
  const clip = await readClipboard()
  if (clip === null) openDialog('paste')
  else await pasteWords(clip.html, clip.text)
}

/** Null where it may not be read, or there are no words on it. */
async function readClipboard(): Promise<{ html: string | null; text: string } | null> {
  try {
    const items = await navigator.clipboard.read()
    const words = async (type: string): Promise<string | null> => {
      const item = items.find(({ types }) => types.includes(type))
      return item ? (await item.getType(type)).text() : null
    }
    const html = await words('text/html')
    const text = (await words('text/plain')) ?? ''
    return html === null && text === '' ? null : { html, text }
  } catch {
    return null
  }
}
