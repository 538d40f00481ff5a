// A web address in an article or a note: shown in full, opened only on the reader's word.
import { Button } from 'react-aria-components'
import { api } from '../client/api.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useApp } from '../state/app.ts'
import { tellError, useUi } from '../state/ui.ts'

export function LinkDialog({ url }: { url: string }) {
  const opens = useApp((state) => state.capabilities.openLinks)
  const close = () => useUi.setState({ link: null })
  const safe = /^(https?|mailto):/i.test(url)
  return (
    <DialogFrame title={safe ? 'Open this address?' : 'This link is not opened'} onClose={close}>
      <p>
        {safe ? 'It leads out of Parallax, into your browser and the network:' : 'It leads to:'}
      </p>
      <p className="address">{url}</p>
      {!safe && <p className="muted">Only web and mail addresses can be opened from here.</p>}
      <footer className="dialog-footer">
        <span />
        <Button className="button" onPress={close}>
          {safe ? 'Cancel' : 'Close'}
        </Button>
        {safe && opens && (
          <Button
            className="button primary"
            onPress={() => {
              close()
              void api.call('link-open', { url }).then((done) => !done.ok && tellError(done.error))
            }}
          >
            Open in browser
          </Button>
        )}
        {safe && !opens && (
          <a
            className="button primary"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            onClick={close}
          >
            Open in a new tab
          </a>
        )}
      </footer>
    </DialogFrame>
  )
}
