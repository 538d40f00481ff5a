// What pages write before the date of an article, language by language. Data, so that a language is a
// line. In longer labels their last word counts ("Erstmals veröffentlicht am").

const published: Readonly<Record<string, string>> = {
  en: 'published|posted|publication date|date|issued|released|release date|created|written|first published|press release|news release|filed',
  de: 'veröffentlicht|erschienen|erstellt|publiziert|datum|stand|(?:presse|medien)(?:mitteilung|information|meldung)|(?:mitteilung|meldung|artikel|beitrag|bericht) vom|vom|eingestellt|freigegeben|online seit',
  fr: 'publié(?:e|s)?|mis(?:e)? en ligne|paru(?:e)?|communiqué(?: de presse)?|créé|écrit|posté|rédigé|date(?: de publication)?',
  es: 'publicad[oa]|fecha(?: de publicación)?|creado|comunicado(?: de prensa)?|nota de prensa',
  pt: 'publicad[oa]|postad[oa]|data(?: de publicação)?|criado|comunicado',
  ca: 'publicat|data de publicació|creat',
  it: 'pubblicat[oa]|data(?: di pubblicazione)?|creato|comunicato(?: stampa)?|inserito',
  nl: 'gepubliceerd|geplaatst|datum|gemaakt|persbericht(?: van)?|verschenen',
  sv: 'publicera(?:d|t|des)|skapad|datum|pressmeddelande|upplagd',
  da: 'publiceret|udgivet|offentliggjort|oprettet|dato|pressemeddelelse',
  no: 'publisert|dato|opprettet|pressemelding',
  fi: 'julkaistu|päivämäärä|luotu|tiedote',
  pl: 'opublikowan[oya]|data(?: publikacji)?|dodan[oya]|utworzon[oya]|komunikat',
  cs: 'publikováno|zveřejněno|vydáno|vytvořeno|datum',
  sk: 'publikované|zverejnené|vydané|dátum',
  hu: 'közzétéve|megjelent|létrehozva|dátum',
  ro: 'publicat|data publicării|creat|data',
  hr: 'objavljeno|objavljen|datum',
  tr: 'yayınlan(?:dı|ma tarihi)|yayın tarihi|oluşturulma(?: tarihi)?|tarih|eklenme',
  el: 'δημοσιεύ(?:τηκε|θηκε)|δημοσίευση|ημερομηνία',
  ru: 'опубликован[оаы]?|дата(?: публикации)?|создан[оа]?|размещено',
  uk: 'опубліковано|дата|створено',
  lv: 'publicēts|datums',
  lt: 'paskelbta|publikuota|data',
  et: 'avaldatud|kuupäev',
  ar: 'نشر(?: في)?|تاريخ النشر|نُشر',
  he: 'פורסם|תאריך',
  ja: '公開日?|掲載日?|配信|投稿日?|発行日?|作成日?',
  zh: '发布(?:时间|日期|于)?|發布(?:時間|日期|於)?|发表(?:于|时间)?|發表|日期|时间|時間|刊登',
  ko: '입력|등록|게시|발행|작성일?|승인',
}

const changed =
  'updated?|modified|edited|revised|last change|changed|reviewed|aktualisiert|aktualisierung|geändert|überarbeitet|bearbeitet|mise? à jour(?: le)?|modifié(?:e)?|actualizad[oa]|actualización|modificad[oa]|atualizad[oa](?: em)?|actualitzat|aggiornat[oa]|aggiornamento|modificat[oa]|bijgewerkt|gewijzigd|aangepast|uppdatera(?:d|t|des)|ändrad|opdateret|ændret|oppdatert|endret|päivitetty|muokattu|aktualizacj[ai]|zaktualizowan[oay]|aktualizováno|upraveno|frissítve|módosítva|actualizat|ažurirano|güncellen(?:di|me(?: tarihi)?)|ενημερώθηκε|обновлен[оа]|изменен[оа]?|оновлено|更新(?:日|时间|時間)?|修改|수정|تحديث|עודכן'

const link =
  '(?:\\s*(?:on|at|am|vom|von|den|der|le|du|el|il|em|op|la|de|dne|dnia|den|i|à|a|al|zum|zuletzt|in))?'
const before = '(?<![\\p{L}\\p{N}])'
const after = `(?![\\p{L}\\p{M}])${link}\\s*[:：|–—-]?\\s*`

/** A label of either kind; the first group is that of a publication, the second that of a change. */
export const dateLabels = new RegExp(
  `${before}(?:(${Object.values(published).join('|')})|(${changed}))${after}`,
  'giu',
)

/** Names of elements that hold a date. */
export const dateNames =
  /(?:^|[\s_-])(?:date|dates?line|datum|fecha|data|dato|tid|datetime|date[-_]?time|time|when|published|pub[-_]?date|publi\w*|posted|timestamp|stand|released?|created|(?:post|entry|article|news|byline|story)[-_]?(?:date|time|info|meta|published|details)|meta|metadata|byline|issued?|kicker|dachzeile|doc[-_]?data|info)(?=$|[\s_-])/i

/** Names of elements that hold the date of a change. */
export const changeNames = /modif|updat|aktualis|geaendert|last[-_]?change|dateModified/i
