// The ways to put articles into the library, which kinds of files are read, and where they go.
import { ClipboardPaste, FilePlus2, FolderPlus } from 'lucide-react'
import { Button } from 'react-aria-components'
import { type FormatFacts, formatFacts, largestFile } from '../../shared/formats.ts'
import { chooseAndAdd } from '../actions/add.ts'
import { openSample } from '../actions/open.ts'
import { pasteArticle } from '../actions/paste.ts'
import { runAction } from '../actions/run.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { chordWords } from '../parts/key-words.ts'
import { useLibrary } from '../replica/library.ts'
import { useAdding } from '../state/adding.ts'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'

export function AddDialog() {
  const info = useLibrary((state) => state.info)
  return (
    <DialogFrame title="Add articles" onClose={closeDialog} wide>
      {!info ? <NoLibrary /> : <AddTo path={info.path} name={info.name} />}
      <Formats />
    </DialogFrame>
  )
}

function AddTo({ path, name }: { path: string; name: string }) {
  const held = useAdding((state) => state.held !== null)
  return (
    <div className="drop-zone" data-held={held || undefined}>
      <p className="drop-zone-head">Drop files or folders anywhere on the window, or</p>
      <div className="drop-zone-ways">
        <Button className="button primary" autoFocus onPress={() => void chooseAndAdd('files')}>
          <FilePlus2 size={15} aria-hidden />
          Choose files
        </Button>
        <Button className="button" onPress={() => void chooseAndAdd('folder')}>
          <FolderPlus size={15} aria-hidden />
          Choose a folder
        </Button>
        <PasteButton />
      </div>
      <p className="muted drop-zone-where">
        Copies go into the library “{name}”, in the folder <code>{path}</code>. The originals stay
        untouched.
      </p>
    </div>
  )
}

function PasteButton() {
  const mac = useApp((state) => state.mac)
  return (
    <Button className="button" onPress={() => void pasteArticle()}>
      <ClipboardPaste size={15} aria-hidden />
      Paste
      <kbd aria-hidden>{chordWords('CmdOrCtrl+V', mac)}</kbd>
    </Button>
  )
}

function NoLibrary() {
  return (
    <div className="drop-zone">
      <p className="drop-zone-head">Articles are put into a library, and none is open yet.</p>
      <div className="drop-zone-ways">
        <Button
          className="button primary"
          autoFocus
          onPress={() => {
            closeDialog()
            runAction('open-folder')
          }}
        >
          Open folder…
        </Button>
        <Button className="button" onPress={() => void openSample()}>
          Open the sample library
        </Button>
      </div>
      <p className="muted drop-zone-where">
        Any folder will do, an empty one too. Then drop your files once more.
      </p>
    </div>
  )
}

function Formats() {
  return (
    <section className="formats" aria-labelledby="formats-head">
      <h3 id="formats-head">What can be read</h3>
      <ul>
        {Object.values<FormatFacts>(formatFacts).map(({ name, endings, reads }) => (
          <li key={name}>
            <strong>{name}</strong>
            <span className="format-endings">
              {endings.map((ending) => `.${ending}`).join(' ')}
            </span>
            <span className="muted">{reads}</span>
          </li>
        ))}
      </ul>
      <p className="muted">
        A file may have up to {largestFile / (1024 * 1024)} MB. Each is read on this computer;
        nothing is fetched from the network.
      </p>
    </section>
  )
}
