// How to use Parallax, on one page. The keys have a page of their own.
import { runAction } from '../actions/run.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { chordWords, keyWords } from '../parts/key-words.ts'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'

export function HelpDialog() {
  return (
    <DialogFrame title="How to use Parallax" onClose={closeDialog}>
      <div className="help">
        <HelpOnReading />
        <HelpOnComparing />
        <HelpOnKeeping />
      </div>
    </DialogFrame>
  )
}

/** The keys of an action, as this system writes them. */
function useKeys(): (action: Parameters<typeof keyWords>[0]) => React.ReactNode {
  const mac = useApp((state) => state.mac)
  return (action) => <kbd>{keyWords(action, mac)}</kbd>
}

function HelpOnReading() {
  const mac = useApp((state) => state.mac)
  const key = useKeys()
  return (
    <>
      <h3>Open</h3>
      <p>
        A library is a folder of your own files, at any depth. {key('open-folder')} opens one. Files
        that you add or change there are noticed by themselves, or with {key('refresh')}.
      </p>
      <h3>Add articles</h3>
      <p>
        Drop files or folders anywhere on the window, press {key('add')}, or paste an article with{' '}
        <kbd>{chordWords('CmdOrCtrl+V', mac)}</kbd> while nothing is being written. Text, Markdown,
        web pages and archives, e-books, Word, OpenDocument, rich text and PDF are read. Copies are
        put into the library’s folder; the originals stay untouched. Files already there are told,
        not dropped; a file with many articles can be split. “What was read…” in the File menu lists
        what was refused or mended, and why.
      </p>
      <h3>Find your way in the list</h3>
      <p>
        Over the articles, the name of what they are sorted by opens the other ways to sort them,
        and to group them by outlet, month, tag or reading state; the button beside the filter lists
        only a state, an outlet or a tag. Enter on a group’s heading folds it, letters go to a
        title, Space chooses an article, with Shift all from the last one chosen. The View menu has
        the same.
      </p>
      <h3>Read side by side</h3>
      <p>
        A click on an article opens it beside the others; up to six stand side by side.{' '}
        {key('next-pane')} goes from pane to pane; drag a divider for their widths, double-click it
        to make them equal, drag a header to put its pane elsewhere, or drop it on another to let
        the two change places. {key('zoom-in')} and {key('zoom-out')}, or{' '}
        <kbd>{chordWords('CmdOrCtrl', mac)}</kbd> with the wheel, give one pane larger or smaller
        text. {key('focus-mode')} leaves only the text. {key('find')} finds words in an article,{' '}
        {key('search')} in the texts, notes and tags of all of them; {key('search-next')} goes on
        from place to place. A search can be kept under a name, and is offered while nothing is
        typed. {key('reading-next')} marks the article in focus as being read, read, and new again;
        for those chosen in the list there is “Mark as…” beneath it. Lines that belong to the page
        and not to the article are dimmed; a click on them shows them whole, {key('furniture')}{' '}
        changes how they are shown. What could not be read as it should, or is not all of an
        article, is said over the text; {key('warnings')} leads there.
      </p>
      <h3>Find in an article</h3>
      <p>
        While the box of {key('find')} is open, Enter goes on and Shift+Enter back; the strip beside
        the scroll bar shows where all hits stand, and a click there goes to one. Four buttons say
        how closely words are met: capitals as typed ({key('find-case')}), whole words (
        {key('find-words')}), accents as typed ({key('find-accents')}), or as a regular expression (
        {key('find-pattern')}); one that takes too long is stopped. {key('highlight-found')}{' '}
        highlights the hit, {key('highlight-all-found')} all of them in one step; in the text, Enter
        on a hit does.
      </p>
      <h3>Put right what was read wrong</h3>
      <p>
        {key('correct-article')}, or the pencil in a pane’s header, corrects title, author, outlet
        and date; what the file says stays in sight. {key('mark-furniture')} marks the paragraph at
        the caret as page furniture, or as text again; so does the small button beside it, and the
        menu of the right button. {key('read-encoding')} shows the first lines of a text or a web
        page in each encoding, and reads it with the one that you choose, where letters look wrong.
        The file itself is never changed.
      </p>
      <h3>Highlight, tag, note</h3>
      <p>
        Select text and choose a colour beside it, or press {key('highlight')} or a number from 1 to
        8. {key('tag')} opens its tags, {key('note')} its note (Markdown). Without a mouse:{' '}
        {key('caret')} puts a caret into the text; move it with the arrow keys, select with Shift.
        Where several highlights lie over one another, each click takes the next in hand. The right
        button on a tag, or “Rename or colour a tag…” in the Annotate menu, gives it another name
        wherever it stands, a colour, and words for what it means. {key('undo')} takes anything
        back.
      </p>
    </>
  )
}

function HelpOnComparing() {
  const key = useKeys()
  return (
    <>
      <h3>Compare what is open</h3>
      <p>
        {key('compare')} compares the open articles sentence by sentence. A line in the margin marks
        what another article tells too: solid where the words are the same, dashed where it is
        surely the same fact, dotted (when you ask for them) where it may be. The number beside it
        says in how many of the articles it stands; the strip at the scroll bar shows the whole
        article: told by all, by some, only here.
      </p>
      <p>
        Click a sentence, or move the caret to it: its matches light up in every pane, with the
        words that differ marked, and are listed at the right. {key('next-link')} and{' '}
        {key('previous-link')} go to the next and previous match, {key('next-only')} to the next
        passage only here, {key('counterpart')} to the match in the next pane and{' '}
        {key('counterpart-back')} back; {key('line-up')} brings matches side by side.{' '}
        {key('explain-link')} says why two sentences match; {key('confirm-link')} and{' '}
        {key('reject-link')} are your own word, which counts above the program’s. “No match found”
        means just that: not that something was left out on purpose.
      </p>
      <p>
        {key('fact-table')} opens the fact table: one row for what several articles tell, one column
        for each article; rows can be highlighted and tagged in all of them at once.{' '}
        {key('scroll-in-step')} lets the panes scroll in step: the pane in focus leads. What you
        scroll by hand in another pane is paired anew; {key('pin')} pins the lines that stand side
        by side.
      </p>
      <h3>Stories</h3>
      <p>
        Tick articles in the library and choose “New story…”: the story keeps its articles, their
        order and how you laid them out. Others that seem to tell the same event are suggested
        there; “Find stories in the library…” in the Compare menu looks through all of it.
      </p>
    </>
  )
}

function HelpOnKeeping() {
  const key = useKeys()
  return (
    <>
      <h3>When a file changes</h3>
      <p>
        Highlights are found again by their words and what stands around them. One that was found
        elsewhere, or in changed words, has a dashed outline, and its card says which words it was
        made on: {key('next-found-again')} goes to the next of them, {key('confirm-place')} confirms
        it, {key('confirm-all')} all of the article, {key('detach')} says that it is not the
        passage. What is not found, or was detached, is never put somewhere by itself: it is listed
        under the notes, and {key('attach')} attaches it to a passage you select.
      </p>
      <p>
        If the article was saved again under another name, {key('move-notes')} moves its notes,
        corrections and reading state to another article, and says first what will be found there.
        Where headline or text agree with one whose file is gone, a line over the text offers it.
      </p>
      <h3>On several devices</h3>
      <p>
        A library in a folder that a program keeps the same on several devices can be worked in on
        each of them. Where two have changed the same part of a highlight without knowing of each
        other, the later shows and its card offers the other: use it, or keep the one above.
      </p>
      <h3>Take notes out</h3>
      <p>
        {key('print')} prints an article with its highlights and notes; {key('export')} exports an
        article’s notes or all of them as Markdown, web page, table or JSON, each with the words
        that a note was made on and a remark where they were found changed or not at all; the JSON
        can be imported again. Highlights that are here already under other ids are told before an
        import, which then skips them, keeps both, or replaces yours. The command{' '}
        <code>npm run parallax -- help</code> does the same from a terminal.
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
    </>
  )
}
