// The tables of the index. A change of them gets a new version, and with it a new file: two versions of
// Parallax can stand side by side, and none has to understand what another wrote.
import type { Database } from './sqlite.ts'

/** Raised with every change of the tables or of what is written into them. */
export const indexVersion = 5

/** Columns of `telling_text`, in the order of the table, and what a word in each weighs in the ranking. */
export const tellingWeights = { title: 10, about: 4, tags: 6, notes: 5 } as const

/** The same of `full_text`. `lost` are quotes that are in no text any more. */
export const fullTextWeights = { ...tellingWeights, quotes: 1, text: 1, lost: 1 } as const

const tables = `
CREATE TABLE file (
  path TEXT PRIMARY KEY, id TEXT NOT NULL, size REAL NOT NULL, mtime REAL NOT NULL,
  sha256 TEXT NOT NULL, problem TEXT, part_ids TEXT NOT NULL
) WITHOUT ROWID;

-- What was read of some bytes. part is -1 for a whole file. sha256 is here and everywhere with what the file's
-- name claims after it, where that decides how the bytes are read.
CREATE TABLE content (
  row INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, part INTEGER NOT NULL, loader INTEGER NOT NULL,
  format TEXT NOT NULL, text_hash TEXT NOT NULL, words INTEGER NOT NULL, parts INTEGER NOT NULL,
  meta TEXT NOT NULL, warnings TEXT NOT NULL, UNIQUE (sha256, part)
);
-- Its text, apart: an opening goes through all of content, and through no text.
CREATE TABLE body (content INTEGER PRIMARY KEY, blocks TEXT NOT NULL, text BLOB NOT NULL);

-- Facts that are computed from a text, each with the version of what computed it.
CREATE TABLE derived (
  content INTEGER NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, value TEXT,
  PRIMARY KEY (content, kind)
) WITHOUT ROWID;

-- A row of the library's list. said is what the file says, the facts beside it what the reader made of it.
CREATE TABLE article (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, part INTEGER,
  sha256 TEXT, state TEXT NOT NULL, problem TEXT, format TEXT, words INTEGER NOT NULL,
  parts INTEGER NOT NULL, said TEXT NOT NULL, corrected TEXT NOT NULL,
  title TEXT, subtitle TEXT, byline TEXT, source TEXT, published TEXT, language TEXT,
  reading TEXT NOT NULL, annotations INTEGER NOT NULL, notes INTEGER NOT NULL,
  added REAL NOT NULL, file_changed REAL NOT NULL, changed REAL NOT NULL,
  place_key TEXT NOT NULL, title_key TEXT NOT NULL, outlet_key TEXT, author_key TEXT,
  name TEXT NOT NULL, outlet_words TEXT NOT NULL, author_words TEXT NOT NULL
);
-- These hold all that counts and the filter of the list ask for, so that the rows are not gone through.
CREATE INDEX article_by_name ON article (name);
CREATE INDEX article_by_source ON article (source);
CREATE INDEX article_by_reading ON article (reading, annotations, notes);
CREATE INDEX article_by_sha256 ON article (sha256);
CREATE INDEX article_by_place ON article (place_key);
CREATE INDEX article_by_title ON article (title_key, place_key);
CREATE INDEX article_by_outlet ON article (outlet_key, place_key);
CREATE INDEX article_by_author ON article (author_key, place_key);
CREATE INDEX article_by_date ON article (published, place_key);
CREATE INDEX article_by_added ON article (added, place_key);
CREATE INDEX article_by_changed ON article (changed, place_key);
CREATE INDEX article_by_words ON article (words, place_key);
CREATE INDEX article_by_annotations ON article (annotations, place_key);

-- The mirror of the records, which may know of articles that are not listed.
CREATE TABLE annotation (
  row INTEGER PRIMARY KEY, article TEXT NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL,
  colour TEXT NOT NULL, note TEXT NOT NULL, quote TEXT NOT NULL, tags TEXT NOT NULL,
  created TEXT NOT NULL, modified TEXT NOT NULL, orphan INTEGER NOT NULL,
  UNIQUE (article, id)
);
CREATE INDEX annotation_by_colour ON annotation (colour, article);
CREATE TABLE tagged (
  tag_key TEXT NOT NULL, article TEXT NOT NULL, annotation TEXT NOT NULL, tag TEXT NOT NULL,
  PRIMARY KEY (tag_key, article, annotation, tag)
) WITHOUT ROWID;
CREATE INDEX tagged_by_annotation ON tagged (article, annotation);
CREATE TABLE correction (article TEXT PRIMARY KEY, facts TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE story (id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE story_article (
  story TEXT NOT NULL, article TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (story, article)
) WITHOUT ROWID;
CREATE INDEX story_by_article ON story_article (article);
-- Records of any other kind.
CREATE TABLE record (
  kind TEXT NOT NULL, key TEXT NOT NULL, article TEXT, json TEXT NOT NULL, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX record_by_article ON record (kind, article);

-- Which state of its sheet, and which text, an article's annotation and correction rows are of.
CREATE TABLE mirrored (article TEXT PRIMARY KEY, mark TEXT NOT NULL) WITHOUT ROWID;

-- The files of records as they were seen last, so that an opening reads those alone that are others now.
-- What is shown in their place, and written over them, has a sum that says whether it is as it was told.
CREATE TABLE sheet (
  row INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, mark TEXT NOT NULL, head TEXT,
  counts TEXT NOT NULL, sum TEXT NOT NULL
);
-- Its text, apart: an opening goes through all sheets, and through the texts of few.
CREATE TABLE sheet_text (sheet INTEGER PRIMARY KEY, text BLOB NOT NULL, sum TEXT NOT NULL);

-- Words come from shared/search/tokens.ts, parted by spaces. The text itself is in content: nothing is there twice.
CREATE VIRTUAL TABLE full_text USING fts5 (
  ${Object.keys(fullTextWeights).join(', ')},
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3 4'
);
-- The fields in which a word says most, once more: found at once where a word is in most texts.
CREATE VIRTUAL TABLE telling_text USING fts5 (
  ${Object.keys(tellingWeights).join(', ')},
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3 4'
);
`

/** Makes the tables where there are none. All or none of them, also when two processes do it at once. */
export function prepareTables(database: Database): void {
  if (versionOf(database) === indexVersion) return
  database.exec('BEGIN IMMEDIATE')
  try {
    const version = versionOf(database)
    if (version === 0) database.exec(`${tables} PRAGMA user_version = ${indexVersion}`)
    else if (version !== indexVersion) throw new OtherVersion(version)
    database.exec('COMMIT')
  } catch (thrown) {
    database.exec('ROLLBACK')
    throw thrown
  }
}

/** Whether a file has all tables that are asked of. Throws what SQLite throws on a damaged one. */
export function checkTables(database: Database): void {
  for (const table of checked) database.prepare(`SELECT * FROM ${table} LIMIT 1`).all()
}

const checked = [
  'file',
  'content',
  'body',
  'derived',
  'article',
  'annotation',
  'tagged',
  'record',
  'mirrored',
  'sheet',
  'sheet_text',
  'full_text',
]

/** A file under the name of this version that another wrote. */
export class OtherVersion extends Error {
  constructor(version: number) {
    super(`the index has version ${version}, this Parallax writes ${indexVersion}`)
  }
}

function versionOf(database: Database): number {
  const version = database.prepare('PRAGMA user_version').get()?.['user_version']
  return typeof version === 'number' ? version : 0
}
