// The story that somebody means on the command line.
import type { Story } from '../../../shared/model/story.ts'
import type { Library } from '../../library.ts'
import { CommandFailed } from './output.ts'

/** By id, else by name, capitals or not. Fails for none, and for several of one name. */
export function storyNamed(library: Library, story: string): Story {
  const stories = library.stories()
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
