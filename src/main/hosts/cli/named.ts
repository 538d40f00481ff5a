// The article and the story that somebody means on the command line.
import type { ListedArticle } from '../../../shared/calls/listing.ts'
import type { Story } from '../../../shared/model/story.ts'
import { CommandFailed } from './output.ts'

/** By id, or by its path inside the library. Fails for none. */
export function articleNamed(articles: readonly ListedArticle[], name: string): ListedArticle {
  const found = articles.find(({ id, path }) => id === name || path === name)
  if (found) return found
  throw new CommandFailed(`“${name}” is not an article of this library. Try “parallax list”.`)
}

/** By id, else by name, capitals or not. Fails for none, and for several of one name. */
export function storyNamed(stories: readonly Story[], story: string): Story {
  const byName = stories.filter(({ name }) => name.toLowerCase() === story.trim().toLowerCase())
  const found = stories.filter(({ id }) => id === story)
  const [mine, other] = found.length > 0 ? found : byName
  if (!mine) {
    const names = stories.map(({ name }) => `“${name}”`).join(', ')
    throw new CommandFailed(
      `There is no story “${story}” in this library. Its stories: ${names || 'none'}.`,
    )
  }
  if (other)
    throw new CommandFailed(
      `Several stories are called “${story}”. Give one by its id: ${byName.map(({ id }) => id).join(', ')}.`,
    )
  return mine
}
