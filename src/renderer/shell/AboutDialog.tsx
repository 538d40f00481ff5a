// What this is, and what it promises.
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useLibrary } from '../replica/library.ts'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'

export function AboutDialog() {
  const version = useApp((state) => state.version)
  const path = useLibrary((state) => state.info?.path)
  return (
    <DialogFrame title="About Parallax" onClose={closeDialog}>
      <p>
        <strong>Read the same story from every angle.</strong> Version {version}, MIT licence.
      </p>
      <ul className="promises">
        <li>Your article files are never written to.</li>
        <li>What is said to be saved is saved, even if the power fails the moment after.</li>
        <li>Nothing leaves this computer: there is no network in Parallax.</li>
        <li>Your notes are plain files, and leave in open formats whenever you like.</li>
      </ul>
      {path && (
        <p className="muted">
          Notes on this library are kept in <code>{path}/.parallax</code>.
        </p>
      )}
    </DialogFrame>
  )
}
