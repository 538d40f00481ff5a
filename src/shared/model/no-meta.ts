// What a file says of itself that says nothing. Apart from the schemas, which a reader of files can do without.
export const noMeta = {
  title: null,
  subtitle: null,
  byline: null,
  source: null,
  published: null,
  language: null,
}
