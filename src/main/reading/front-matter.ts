// The YAML block at the head of a Markdown file, as static site generators and note tools write it.
import { parseDocument } from 'yaml'
import type { ArticleMeta, Warning } from '../../shared/model/article.ts'
import { isoDate } from './tidy/published.ts'

interface FrontMatter {
  readonly meta: Partial<ArticleMeta>
  readonly warning: Warning | null
}

/** Reads the YAML between the dashes. Whatever is no plain value is left out; broken YAML is told. */
export function frontMatterMeta(yaml: string): FrontMatter {
  if (yaml.trim() === '') return { meta: {}, warning: null }
  const document = parseDocument(yaml, { logLevel: 'silent' })
  const warning = document.errors.length > 0 ? broken(document.errors[0]?.message ?? '') : null
  const raw: unknown = warning === null ? document.toJS({ maxAliasCount: 100 }) : null
  if (typeof raw !== 'object' || raw === null) return { meta: {}, warning }
  const fields = new Map<string, unknown>(
    Object.entries(raw).map(([key, value]) => [key.toLowerCase(), value]),
  )
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = words(fields.get(name))
      if (value !== null) return value
    }
    return null
  }
  const published = first(
    'published',
    'date',
    'pubdate',
    'publication_date',
    'publish_date',
    'created',
  )
  const meta = {
    title: first('title', 'headline'),
    subtitle: first('subtitle', 'dek', 'standfirst'),
    byline: first('byline', 'author', 'authors', 'creator'),
    source: first('source', 'outlet', 'publication', 'publisher', 'site', 'newspaper'),
    published: published === null ? null : isoDate(published),
    language: first('language', 'lang', 'locale'),
  }
  return { meta, warning: null }
}

/** A value in words; a list joined by commas, a record by its name. Null for anything else. */
function words(value: unknown): string | null {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim() || null
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) {
    const all = value.map(words).filter((one) => one !== null)
    return all.length === 0 ? null : all.join(', ')
  }
  if (typeof value === 'object' && value !== null && 'name' in value) return words(value.name)
  return null
}

const broken = (detail: string): Warning => ({
  code: 'bad-front-matter',
  message: `The block at the head of the file is not valid YAML and was left out: ${detail.split('\n')[0] ?? ''}`,
})
