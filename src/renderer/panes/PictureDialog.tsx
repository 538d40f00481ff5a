// A picture of an article as large as the window allows.
import { useEffect, useState } from 'react'
import { holdPictures } from '../client/pictures.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useCorrections } from '../state/corrections.ts'
import { openedArticle } from '../state/panes.ts'
import { closeDialog } from '../state/ui.ts'

export function PictureDialog() {
  const shown = useCorrections((state) => state.picture)
  const article = shown && openedArticle(shown.article)
  const picture = shown && article?.pictures[shown.index]
  const [url, setUrl] = useState<string | null>(null)
  const id = article?.id
  const hash = article?.textHash
  const index = shown?.index

  useEffect(() => {
    if (id === undefined || hash === undefined || index === undefined) return
    const pictures = holdPictures(id, hash)
    let left = false
    void pictures.load(index).then((found) => !left && setUrl(found))
    return () => {
      left = true
      pictures.release()
    }
  }, [id, hash, index])

  if (!picture) return null
  return (
    <DialogFrame title="Picture" wide onClose={closeDialog}>
      <div className="picture-large">
        {url && <img src={url} alt={picture.alt} width={picture.width} height={picture.height} />}
      </div>
      {picture.alt !== '' && <p className="muted">{picture.alt}</p>}
    </DialogFrame>
  )
}
