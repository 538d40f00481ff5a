// Closes the panes of articles that are not in the library any more, as after an adding was taken back.
// One whose notes are kept is listed still, and stays.
import { api } from '../client/api.ts'
import { isOfShown } from '../replica/shown.ts'
import { removePane, usePanes } from '../state/panes.ts'

export async function closeGone(): Promise<void> {
  const open = new Set(usePanes.getState().panes.map(({ article }) => article))
  const listed = await api.call('rows-get', { articles: [...open] })
  if (!listed.ok || !isOfShown(listed.at)) return
  for (const { id } of listed.value.rows) open.delete(id)
  for (const { key, article } of usePanes.getState().panes) if (open.has(article)) removePane(key)
}
