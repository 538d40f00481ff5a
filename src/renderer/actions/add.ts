// Adding files to the library, and telling what came of it. Parallax takes copies; the originals stay.
import type { AppError } from '../../shared/errors.ts'
import { api } from '../client/api.ts'
import { useLibrary } from '../replica/library.ts'
import { changeRun, isStopping, type Told, useAdding } from '../state/adding.ts'
import { closeDone, openDialog, tell, tellError, useUi } from '../state/ui.ts'
import { count, isPlain, outcomeWords, toldOf, toldOfLibrary } from './came.ts'
import { type Gathered, gather, gatherChosen } from './dropped.ts'
import { openArticle } from './open.ts'
import { pickFiles } from './pick-files.ts'
import { sendFiles } from './send-files.ts'
import { tellStep } from './tell-step.ts'

/** Adds what was dropped; `entriesOf` has taken it from the drop. */
export async function addDropped(
  entries: readonly (File | FileSystemDirectoryEntry)[],
): Promise<void> {
  if (entries.length === 0 || !begin()) return
  await finish(await gather(entries, (total) => changeRun({ total }), isStopping))
}

/** Shows the browser's file dialog and adds what was chosen. Needs a click or a key just before. */
export async function chooseAndAdd(what: 'files' | 'folder'): Promise<void> {
  const chosen = await pickFiles(what === 'folder')
  if (chosen.length > 0 && begin()) await finish(gatherChosen(chosen))
}

/** A native menu's click is not the page's own, and may not show the file dialog. */
export function addFolder(): void {
  if (navigator.userActivation.isActive && canAdd()) void chooseAndAdd('folder')
  else openDialog('add')
}

/** Whether anything can be added now; says why not. */
export function canAdd(): boolean {
  const { info } = useLibrary.getState()
  if (!info) openDialog('add')
  else if (info.readOnly) tellError(info.readOnly)
  else if (useAdding.getState().run)
    tell('Other files are being added. Wait for them, or stop them.')
  else return true
  return false
}

function begin(): boolean {
  if (!canAdd()) return false
  closeDone('add')
  useAdding.setState({
    run: { phase: 'looking', done: 0, total: 0, name: '', stopping: false },
    panelHidden: false,
  })
  return true
}

async function finish({ files, skipped, problems }: Gathered): Promise<void> {
  changeRun({ phase: 'adding', done: 0, total: files.length })
  // All go into the library that they were meant for, whichever is shown by then.
  const library = api.shownLibrary()
  const run = crypto.randomUUID()
  const sent = await sendFiles(files, {
    send: (file) => api.call('library-add', { ...file, run }, library),
    enough: isStopping,
    begun: (name) => changeRun({ name }),
    done: (done) => changeRun({ done }),
  })
  useAdding.setState({ run: null })
  if (sent.failure) tellError(sent.failure)
  // Where nothing can be added there is nothing to report but that.
  if (sent.failure === null || sent.came.length > 0)
    report({ ...toldOf(sent.came), unread: sent.left, skipped, problems: [...problems] })
}

/** Says what came of it: in a message where all went well, else in the dialog. */
function report(told: Told): void {
  useAdding.setState({ told })
  const [only] = told.added
  if (isPlain(told) && told.skipped === 0 && only && told.added.length === 1) {
    tellStep(`“${only.path}” was added.`)
    void openArticle(only.id)
    return
  }
  const [refusal] = told.refused
  if (refusal && told.refused.length === 1 && told.read === 0 && told.skipped === 0)
    tellError(refusal.error)
  else if (isPlain(told) || !isFree()) tellStep(outcomeWords(told))
  else openDialog('reading-report')
}

/** Another dialog is not taken from under the reader's hands. */
const isFree = (): boolean => {
  const { dialog, link } = useUi.getState()
  return (dialog === null || dialog === 'add' || dialog === 'paste') && link === null
}

/** Takes an article made of pasted words. Gives whether it is there. */
export async function takePasted(html: string | null, text: string): Promise<boolean> {
  const answer = await api.call('library-paste', { html, text })
  const error: AppError | null = answer.ok ? answer.value.error : answer.error
  if (error) tellError(error)
  if (!answer.ok || error) return false
  closeDone('add')
  closeDone('paste')
  report({ ...toldOf([answer.value]), unread: 0, skipped: 0, problems: [] })
  return true
}

/** Shows what came of reading the whole library. */
export async function showReport(): Promise<void> {
  if (!useLibrary.getState().info) {
    tell('Open a folder first.')
    return
  }
  if (await renewReport()) openDialog('reading-report')
}

/** Asks what came of reading the whole library, as it stands now. Gives whether it is known. */
export async function renewReport(): Promise<boolean> {
  const answer = await api.call('library-report', {})
  if (answer.ok) useAdding.setState({ told: toldOfLibrary(answer.value) })
  else tellError(answer.error)
  return answer.ok
}

/** Libraries whose first reading was told of. */
const toldOnce = new Set<string>()

/** Says once a library was read for the first time since it was opened, if some of it could not be. */
export async function tellReading(): Promise<void> {
  const path = useLibrary.getState().info?.path
  if (path === undefined || toldOnce.has(path)) return
  toldOnce.add(path)
  const answer = await api.call('library-report', {})
  // Who asks for nothing is not troubled with what cannot be told.
  if (!answer.ok || answer.value.refused.length === 0) return
  const { refused, read } = answer.value
  tell(
    `${count(refused.length, 'file')} of ${(read + refused.length).toLocaleString()} could not be read. “What was read…” in the File menu says why.`,
  )
}

/** Ends adding after the files that are on their way, and the core's reading of the folder. */
export async function stopReading(): Promise<void> {
  const { progress } = useLibrary.getState()
  const adding = useAdding.getState().run !== null
  if (!adding && !progress) {
    tell('Nothing is being read.')
    return
  }
  changeRun({ stopping: true })
  if (!progress) return
  const answer = await api.call('library-stop', {})
  if (!answer.ok) {
    tellError(answer.error)
    return
  }
  useLibrary.setState({ progress: null })
  tell('Stopped. What was not read is read when you open it, or with F5.')
}
