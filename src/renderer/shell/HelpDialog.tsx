// How to use Parallax, on one page. The keys have a page of their own.
import { runAction } from '../actions/run.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { chordWords, keyWords } from '../parts/key-words.ts'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'

export function HelpDialog() {
  const mac = useApp((state) => state.mac)
  const key = (action: Parameters<typeof keyWords>[0]) => <kbd>{keyWords(action, mac)}</kbd>
  return (
    <DialogFrame title="How to use Parallax" onClose={closeDialog}>
      <div className="help">
        <h3>Open</h3>
        <p>
          A library is a folder of your own files, at any depth. {key('open-folder')} opens one.
          Files that you add or change there are noticed by themselves, or with {key('refresh')}.
        </p>
        <h3>Add articles</h3>
        <p>
          Drop files or folders anywhere on the window, press {key('add')}, or paste an article with{' '}
          <kbd>{chordWords('CmdOrCtrl+V', mac)}</kbd> while nothing is being written. Text,
          Markdown, web pages and archives, e-books, Word, OpenDocument, rich text and PDF are read.
          Copies are put into the library’s folder; the originals stay untouched. Files already
          there are told, not dropped; a file with many articles can be split. “What was read…” in
          the File menu lists what was refused or mended, and why.
        </p>
        <h3>Read side by side</h3>
        <p>
          A click on an article opens it beside the others; up to six stand side by side.{' '}
          {key('next-pane')} goes from pane to pane; drag a divider for their widths, double-click
          it to make them equal; {key('focus-mode')} leaves only the text. {key('find')} finds words
          in an article. Lines that belong to the page and not to the article are dimmed; a click on
          them shows them whole, {key('furniture')} changes how they are shown.
        </p>
        <h3>Put right what was read wrong</h3>
        <p>
          {key('correct-article')}, or the pencil in a pane’s header, corrects title, author, outlet
          and date; what the file says stays in sight. {key('mark-furniture')} marks the paragraph
          at the caret as page furniture, or as text again; so does the small button beside it, and
          the menu of the right button. The file itself is never changed.
        </p>
        <h3>Highlight, tag, note</h3>
        <p>
          Select text and choose a colour beside it, or press {key('highlight')} or a number from 1
          to 8. {key('tag')} opens its tags, {key('note')} its note (Markdown). Without a mouse:{' '}
          {key('caret')} puts a caret into the text; move it with the arrow keys, select with Shift.
          Where several highlights lie over one another, each click takes the next in hand.{' '}
          {key('undo')} takes anything back.
        </p>
        <h3>When a file changes</h3>
        <p>
          Highlights are found again by their words and what stands around them. What is not found
          is never put somewhere else: it is listed under the notes, and you can attach it to a
          passage you select.
        </p>
        <h3>Take notes out</h3>
        <p>
          {key('export')} exports an article’s notes or all of them as Markdown, web page, table or
          JSON; the JSON can be imported again. The command <code>npm run parallax -- help</code>{' '}
          does the same from a terminal.
        </p>
        <h3>Where things are</h3>
        <p>
          Your articles are never written to. Notes are plain files in the sub-folder{' '}
          <code>.parallax</code> of the library. Nothing leaves this computer.
        </p>
        <p>
          <button type="button" className="text-button" onClick={() => runAction('keys')}>
            All keys
          </button>
        </p>
      </div>
    </DialogFrame>
  )
}
