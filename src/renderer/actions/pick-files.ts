// The browser's own file dialog, the same on every host.

/** Gives what was chosen; nothing when the reader thought better of it. */
export function pickFiles(folder: boolean): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.webkitdirectory = folder
  input.hidden = true
  input.setAttribute('aria-label', folder ? 'A folder of articles' : 'Article files')
  document.body.append(input)
  return new Promise((done) => {
    const end = (): void => {
      const chosen = [...(input.files ?? [])]
      input.remove()
      done(chosen)
    }
    input.addEventListener('change', end)
    input.addEventListener('cancel', end)
    input.click()
  })
}
