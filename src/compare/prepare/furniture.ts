// Lines of a page that are no text of the article and that reading left in, because hiding them
// from a reader would need more certainty than keeping them out of a comparison does.

/** Words: more than this and a line is text, whatever it begins with. */
const shortLine = 22

const always: readonly RegExp[] = [
  /^(?:related|more|see also|also read|read also|watch|recommended|trending)(?: \p{L}+){0,3} ?[:|»>]/iu,
  /^related(?: (?:articles?|stories|coverage|news|links|videos?))?$/iu,
  /^(?:sign up|subscribe|register|log in|sign in)(?: |$)/iu,
  /^(?:read|see|learn|show|load) (?:more|the full)(?:$|:| (?:at|about|on|from|here|story|coverage|article|report)(?: |$))/iu,
  /^(?:click|tap) (?:here|to|on) /iu,
  /^(?:follow|like|join|find|contact|email) (?:us|me|him|her|the author|@)/iu,
  /^follow .{2,60} on (?:twitter|x|facebook|instagram|threads|bluesky)/iu,
  /^(?:share|print|email|comments?|leave a comment|share this|view comments|advertisement|sponsored|ad)(?: (?:article|story|page|this article|this story|content))?$/iu,
  /^(?:continue reading|story continues|skip advertisement|article continues|scroll (?:down|to))/iu,
  /^(?:copyright|©|\(c\)|all rights reserved)/iu,
  /^(?:photos?|images?|pictures?|videos?|illustration|credit|source)(?: (?:by|credit|courtesy)\b| ?[:/|©])/iu,
  /^(?:getty images|reuters|associated press|afp|ap photo|shutterstock)$/iu,
  /\((?:ap photo|getty|photo|image|afp|reuters|epa)[^)]{0,80}\)\.?$/iu,
  /^[\p{L}\p{M} .]{2,40}\/(?:the )?(?:pool|reuters|ap|afp|getty|associated press|new york times|washington post)[\p{L} /]*$/iu,
  /^(?:this (?:article|story|post|report) (?:was (?:originally|first|updated|produced)|has been (?:updated|corrected|edited)|is part of|appeared|originally)|a version of this article)/iu,
  /^(?:pic\.twitter\.com|https?:\/\/|www\.)\S*$/iu,
  /^(?:newsletter|stay informed|most (?:read|popular)|what you need to know|about (?:the|our) authors?)/iu,
  /^by registering/iu,
  /^\[[^[\]]{10,200}\]$/u,
  /\bcontributed (?:reporting|research|writing|to (?:this|the) (?:report|story|article|post))\b[^.]{0,60}\.?\)?$/iu,
  /^\(?(?:additional |original )?(?:reporting|writing|editing|compiled|translation) by /iu,
  /^(?:editor['’]?s note|correction|clarification|update)(?: ?:|$)/iu,
  /^[【（(]?(?:责任编辑|編集|编辑|記者|来源|來源)[:：]/u,
  /^(?:updated?|published|posted|last (?:updated|modified))(?: ?[:|]| (?:on|at) |\s+\p{L}{3,9}\.? \d)/iu,
]

/** Of a line without an end mark: a byline and what stands with it. */
const byline: readonly RegExp[] = [
  /^[Bb][Yy]:? \|? ?\p{Lu}[\p{L}\p{M}'’.-]+(?:[ ,&|]+(?:and|\p{Lu}[\p{L}\p{M}'’.-]*|for|of|the)){1,12}$/u,
  /^(?:edited|reported) by /iu,
  /^(?:von|par|por|di) \p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]+){1,3}$/u,
]

const endMark = /[.!?…。！？][^\p{L}\p{N}]*$/u

/** Whether a whole paragraph is such a line. @param line without white space at its ends */
export function isPageLine(line: string): boolean {
  if (line.length > 400) return false
  if (!/[\p{L}\p{N}]/u.test(line)) return true
  const flat = line.replace(/\s+/gu, ' ')
  if (flat.split(' ').length > shortLine) return false
  if (always.some((pattern) => pattern.test(flat))) return true
  return !endMark.test(flat) && byline.some((pattern) => pattern.test(flat))
}

/** Words that a heading between paragraphs has at most. */
const longestSubhead = 8

/** Whether a heading only names what follows: "Playing dead". */
export const isSubhead = (line: string): boolean =>
  !endMark.test(line) && line.split(/\s+/u).length <= longestSubhead

/** Whether a line ends as sentences do. */
export const endsAsSentence = (line: string): boolean => endMark.test(line)
