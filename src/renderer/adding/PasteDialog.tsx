// A box to paste into, for where the clipboard cannot be read without the reader's own key.
import { useRef, useState } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import { pasteWords } from '../actions/paste.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { chordWords } from '../parts/key-words.ts'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'

export function PasteDialog() {
  const mac = useApp((state) => state.mac)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  /** What was pasted, with its form; no longer meant once its words are changed by hand. */
  const formed = useRef<{ readonly html: string; readonly text: string } | null>(null)

  const make = async () => {
    setBusy(true)
    const html = formed.current?.text === text ? formed.current.html : null
    await pasteWords(html, text)
    setBusy(false)
  }

  return (
    <DialogFrame title="Paste as new article" onClose={closeDialog}>
      <TextField className="paste-field" value={text} onChange={setText} autoFocus>
        <Label>Paste the article here with {chordWords('CmdOrCtrl+V', mac)}</Label>
        <TextArea
          rows={10}
          spellCheck="false"
          onPaste={(event) => {
            const html = event.clipboardData.getData('text/html')
            const box = event.currentTarget
            const whole = box.selectionStart === 0 && box.selectionEnd === box.value.length
            if (html === '' || !whole) return
            event.preventDefault()
            const pasted = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n')
            formed.current = { html, text: pasted }
            setText(pasted)
          }}
        />
      </TextField>
      <p className="muted">
        Headings, lists and links are kept. It becomes a file of its own in the library’s folder.
      </p>
      <footer className="dialog-footer">
        <span />
        <Button className="button" onPress={closeDialog}>
          Cancel
        </Button>
        <Button
          className="button primary"
          isDisabled={text.trim() === '' || busy}
          onPress={() => void make()}
        >
          Make an article
        </Button>
      </footer>
    </DialogFrame>
  )
}
