// The app's own folder picker, for where there is no native one: the server's folders, listed.
import { ChevronUp, Folder } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, GridList, GridListItem, Input, Label, TextField } from 'react-aria-components'
import type { FolderListing } from '../../shared/calls/settings.ts'
import type { AppError } from '../../shared/errors.ts'
import { openLibraryAt } from '../actions/open.ts'
import { api } from '../client/api.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'

export function FolderDialog() {
  const [listing, setListing] = useState<FolderListing | null>(null)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const recent = useApp((state) => state.recent)

  const asked = useRef(0)
  const box = useRef<HTMLInputElement>(null)

  const go = async (path: string | null) => {
    const mine = ++asked.current
    const answer = await api.call('folders-list', { path })
    // The reader went elsewhere meanwhile.
    if (mine !== asked.current) return
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    setError(null)
    setListing(answer.value)
    setTyped(answer.value.path)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: with each listing, the path shown is another
  useEffect(() => {
    // Selected, so that a path one types or pastes takes its place.
    if (document.activeElement === box.current) box.current?.select()
  }, [listing])

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins at home, once
  useEffect(() => {
    void go(null)
  }, [])

  return (
    <DialogFrame title="Open folder" onClose={closeDialog} wide>
      <form
        className="folder-path"
        onSubmit={(event) => {
          event.preventDefault()
          void go(typed)
        }}
      >
        <TextField
          value={typed}
          onChange={(path) => {
            asked.current++
            setTyped(path)
          }}
          autoFocus
        >
          <Label>Folder</Label>
          <Input ref={box} spellCheck="false" placeholder="Path of a folder" />
        </TextField>
        <Button type="submit" className="button">
          Go
        </Button>
      </form>
      {error && (
        <p className="field-error" role="alert">
          {error.message} {error.advice}
        </p>
      )}
      <div className="folder-body">
        <ul className="places" aria-label="Places">
          {listing?.places.map(({ name, path }) => (
            <li key={path}>
              <button type="button" className="place-button" onClick={() => void go(path)}>
                {name}
              </button>
            </li>
          ))}
          {recent.length > 0 && <li className="places-head">Recent</li>}
          {recent.slice(0, 6).map(({ name, path }) => (
            <li key={`recent ${path}`}>
              <button
                type="button"
                className="place-button"
                title={path}
                onClick={() => void openLibraryAt(path)}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
        <GridList
          className="folders"
          aria-label="Folders"
          selectionMode="none"
          items={[
            ...(listing?.parent ? [{ id: listing.parent, name: '..' }] : []),
            ...(listing?.folders ?? []).map(({ name, path }) => ({ id: path, name })),
          ]}
          onAction={(key) => void go(String(key))}
          renderEmptyState={() => <p className="muted hint">No folders in here.</p>}
        >
          {({ id, name }) => (
            <GridListItem id={id} textValue={name === '..' ? 'Up' : name} className="folder">
              {name === '..' ? (
                <ChevronUp size={15} aria-hidden />
              ) : (
                <Folder size={15} aria-hidden />
              )}
              <span>{name === '..' ? 'Up' : name}</span>
            </GridListItem>
          )}
        </GridList>
      </div>
      <footer className="dialog-footer">
        <span className="muted">
          {listing &&
            (listing.articles === 0
              ? 'No article files right in this folder; sub-folders are read too.'
              : `${listing.articles} article ${listing.articles === 1 ? 'file' : 'files'} in this folder.`)}
        </span>
        <Button className="button" onPress={closeDialog}>
          Cancel
        </Button>
        <Button
          className="button primary"
          isDisabled={typed.trim() === ''}
          onPress={() => void openLibraryAt(typed.trim())}
        >
          Open this folder
        </Button>
      </footer>
    </DialogFrame>
  )
}
