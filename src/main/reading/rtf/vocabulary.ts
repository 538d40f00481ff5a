// What the control words of RTF mean that stand for characters or begin something that is no text
// (RTF 1.9.1, "Special Characters" and "Destinations").

/** Control words and symbols that stand for a character. */
export const characters: Readonly<Record<string, string | undefined>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  tab: '\t',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
  '~': '\u00a0',
  '_': '-',
  '-': '',
}

/** Groups whose text is not of the article, be they marked with `\*` or not. */
export const skipped: ReadonlySet<string> = new Set(
  `colortbl filetbl listtable listoverridetable revtbl rsidtbl generator themedata
  colorschememapping latentstyles datastore xmlnstbl mmathPr pgptbl header headerl headerr headerf
  footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe tc rxe bkmkstart
  bkmkend annotation atnid atnauthor atndate atnicn atnref atnparent atntime objdata objclass
  objname objalias objsect nonshppict shprslt nonesttables nesttableprops pn pnseclvl
  pntxta pntxtb falt panose fontemb fontfile formfield ffname ffdeftext template passwordhash
  userprops docvar wgrffmtfilter background do private blipuid bliptag listname listlevel leveltext
  levelnumbers oldcprops oldpprops oldtprops oldsprops writereservation mhtmltag`.split(/\s+/),
)

/** Groups marked with `\*` that hold what is read. */
export const known: ReadonlySet<string> = new Set(
  'shppict shpinst shptxt fldinst footnote htmltag picprop listtext pntext'.split(' '),
)

/** Names that word processors give the styles of headings, in their languages. */
export const headingStyle =
  /^(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|見出し|标题|標題)\s*([1-9])$/i
