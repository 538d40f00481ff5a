// Pictures of articles as `blob:` addresses of this window: one way for both hosts. Kept while a pane
// shows their article, and given back when none does.
import { api } from './api.ts'

/** What the core gives is looked at again: nothing but raster pictures is ever shown. */
const raster: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/avif',
])

/** Milliseconds an article's pictures are kept after its last pane: it may only be drawn anew. */
const keepFor = 2_000

interface Held {
  holders: number
  readonly urls: Map<number, string>
  readonly loading: Map<number, Promise<string | null>>
}

export interface HeldPictures {
  known(index: number): string | null
  load(index: number): Promise<string | null>
  release(): void
}

const held = new Map<string, Held>()

/** @param text the hash of the article's text: of another text the pictures are others */
export function holdPictures(article: string, text: string): HeldPictures {
  const key = `${article} ${text}`
  const own: Held = held.get(key) ?? { holders: 0, urls: new Map(), loading: new Map() }
  held.set(key, own)
  own.holders++
  let released = false
  return {
    known: (index) => own.urls.get(index) ?? null,
    load(index) {
      const known = own.loading.get(index)
      if (known) return known
      const loading = fetchPicture(article, index).then((url) => {
        if (url === null) own.loading.delete(index)
        else if (held.get(key) === own) own.urls.set(index, url)
        else URL.revokeObjectURL(url)
        return url
      })
      own.loading.set(index, loading)
      return loading
    },
    release() {
      if (released) return
      released = true
      own.holders--
      setTimeout(() => {
        if (own.holders > 0 || held.get(key) !== own) return
        held.delete(key)
        for (const url of own.urls.values()) URL.revokeObjectURL(url)
      }, keepFor)
    },
  }
}

async function fetchPicture(article: string, picture: number): Promise<string | null> {
  const answer = await api.call('article-picture', { article, picture })
  if (!answer.ok || !raster.has(answer.value.mime)) return null
  const bytes = Uint8Array.from(atob(answer.value.data), (sign) => sign.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type: answer.value.mime }))
}
