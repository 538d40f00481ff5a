// The app's own folder picker, for where there is no native one: the server's folders, listed.
import { ChevronUp, Folder } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, GridList, GridListItem, Input, Label, TextField } from 'react-aria-components'
import type { FolderListing } from '../../shared/calls/settings.ts'
import type { AppError } from '../../shared/errors.ts'
import { count } from '../actions/came.ts'
import { openLibraryAt } from '../actions/open.ts'
import { api } from '../client/api.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'

export function FolderDialog() {
  const { listing, typed, error, type, go } = useFolders()
  return (
    <DialogFrame title="Open folder" onClose={closeDialog} wide>
      <PathField listing={listing} typed={typed} onType={type} onGo={() => go(typed)} />
      {error && (
        <p className="field-error" role="alert">
          {error.message} {error.advice}
        </p>
      )}
      <div className="folder-body">
        <Places places={listing?.places ?? []} onGo={go} />
        <Folders listing={listing} onGo={go} />
      </div>
      <footer className="dialog-footer">
        <span className="muted">{listing && articlesWords(listing.articles)}</span>
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

interface FoldersShown {
  /** The folder that is shown; null until the first was answered. */
  readonly listing: FolderListing | null
  /** The path in the box: of the folder that is shown, or as it is being typed. */
  readonly typed: string
  /** Why the folder that was gone to last cannot be shown. */
  readonly error: AppError | null
  readonly type: (path: string) => void
  readonly go: (path: string) => void
}

/** Begins at home. */
function useFolders(): FoldersShown {
  const [listing, setListing] = useState<FolderListing | null>(null)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const asked = useRef(0)

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

  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    void go(null)
  }, [])

  return {
    listing,
    typed,
    error,
    type(path) {
      asked.current++
      setTyped(path)
    },
    go: (path) => void go(path),
  }
}

interface PathFieldProps {
  readonly listing: FolderListing | null
  readonly typed: string
  readonly onType: (path: string) => void
  readonly onGo: () => void
}

function PathField({ listing, typed, onType, onGo }: PathFieldProps) {
  const box = useRef<HTMLInputElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: with each listing, the path shown is another
  useEffect(() => {
    // Selected, so that a path one types or pastes takes its place.
    if (document.activeElement === box.current) box.current?.select()
  }, [listing])

  return (
    <form
      className="folder-path"
      onSubmit={(event) => {
        event.preventDefault()
        onGo()
      }}
    >
      <TextField value={typed} onChange={onType} autoFocus>
        <Label>Folder</Label>
        <Input ref={box} spellCheck="false" placeholder="Path of a folder" />
      </TextField>
      <Button type="submit" className="button">
        Go
      </Button>
    </form>
  )
}

interface PlacesProps {
  readonly places: FolderListing['places']
  readonly onGo: (path: string) => void
}

/** Where folders mostly are, and the libraries that were open last. */
function Places({ places, onGo }: PlacesProps) {
  const recent = useApp((state) => state.recent)
  return (
    <ul className="places" aria-label="Places">
      {places.map(({ name, path }) => (
        <li key={path}>
          <button type="button" className="place-button" onClick={() => onGo(path)}>
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
  )
}

interface FoldersProps {
  readonly listing: FolderListing | null
  readonly onGo: (path: string) => void
}

function Folders({ listing, onGo }: FoldersProps) {
  return (
    <GridList
      className="folders"
      aria-label="Folders"
      selectionMode="none"
      items={[
        ...(listing?.parent ? [{ id: listing.parent, name: '..' }] : []),
        ...(listing?.folders ?? []).map(({ name, path }) => ({ id: path, name })),
      ]}
      onAction={(key) => onGo(String(key))}
      renderEmptyState={() => <p className="muted hint">No folders in here.</p>}
    >
      {({ id, name }) => (
        <GridListItem id={id} textValue={name === '..' ? 'Up' : name} className="folder">
          {name === '..' ? <ChevronUp size={15} aria-hidden /> : <Folder size={15} aria-hidden />}
          <span>{name === '..' ? 'Up' : name}</span>
        </GridListItem>
      )}
    </GridList>
  )
}

const articlesWords = (articles: number): string =>
  articles === 0
    ? 'No article files right in this folder; sub-folders are read too.'
    : `${count(articles, 'article file')} in this folder.`
