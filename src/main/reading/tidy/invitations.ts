// What a page asks of its readers in the middle of a story: to follow, to subscribe, to read something
// else. Told by how it is put (it begins by asking, and names a service of the page), not by whose it is.
import type { Line } from './lines.ts'

/** The first words of who asks for something. */
const asks =
  /^(?:[[(*>»•–-]+\s*)?(?:(?:please|and|or|to|so|you can(?: also)?|be sure to|make sure to|don['’]t forget to|remember to|if you (?:like|liked|enjoy|enjoyed|want|would like)\b.{0,60}?,?)\s+)?(?:sign up|subscribe|follow|download|install|join|support|donate|click|tap|register|get|receive|like|visit|e-?mail|connect|stay|keep up|never miss|don['’]t miss|share|tell|become|check out|listen|watch|help|contact|tune in|find|send|let)\b/i
/** Whose service it is: the page speaks of itself, or names its account. */
const ofItself = /\b(?:our|us)\b|(?<![\p{L}\d.])@\w{2,}/iu
const service =
  /\b(?:newsletters?|e-?mails?|inbox|apps?|facebook|twitter|instagram|youtube|telegram|whatsapp|linkedin|pinterest|reddit|tiktok|mastodon|bluesky|podcasts?|rss|feed|notifications?|alerts?|subscri\w+|members?|membership|patreon|paypal|donations?|channel|page|site|website|journalism|reporting|comments?|social media|community)\b|(?<![\p{L}\d.])@\w{2,}/iu

/** "[Read more about the dam here]", "RELATED STORIES: …", "Watch the full video: …". */
const points =
  /^[[(*>»→•–-]*\s*(?:(?:you (?:may|might|should) also|please|must|also)\s+)?(?:read|see|watch|related|more|listen|view|check out|recommended|don['’]t miss|click)(?:\s(?:more|also|next|here|now|this|to|on|in|the|full|story|stories|article|articles|coverage|reading|news|about|our|latest|from|like|related|links?|posts?|videos?|below|for|it|out))*\s*(?::|>+|»|→)\s*\S[^.]*$/iu
const clickHere =
  /^[[(*>»→•–-]*\s*(?:to .{3,60},? )?(?:click|tap|go|read|see) (?:here|on the link|the (?:full|original|entire|rest of the) (?:story|article|post|report)|the rest)\b.{0,100}$/i

const rights =
  /^(?:(?:©|\(c\)|copyright\b).{0,80}\b)?all rights reserved\b|^(?:(?:this|the) (?:material|article|story|report|content)|it)\b.{0,60} may not be (?:published|reproduced|broadcast|rewritten|redistributed)\b/i

/**
 * Why a line asks something of the readers of a page, or points them elsewhere; null where it may be a
 * sentence of a story. What is in quotation marks is somebody's speech.
 */
export function invitationOf({ text, weight, block }: Line): string | null {
  if (weight > 300 || block.role !== undefined || block.kind === 'list-item') return null
  if (/^["“„«‘']/.test(text)) return null
  if (asks.test(text) && ofItself.test(text) && service.test(text)) return 'An offer to subscribe'
  if (weight <= 160 && (points.test(text) || clickHere.test(text)))
    return 'Another article, offered by the page'
  return rights.test(text) ? 'Copyright' : null
}
