// What a page prints around its articles, as it turns up in copied and scraped text. Each rule says
// what it looks for, how far it reaches, and why, in words for the reader. Precision first: a rule
// that could meet a sentence of a story does not belong here.

import { type FurnitureRule, whole } from './furniture-rule.ts'

export const englishRules: readonly FurnitureRule[] = [
  {
    name: 'machine-summary',
    matches:
      /^(?:(?:ai|chatgpt|machine)[- ]?(?:generated |written |assisted )?(?:summary|overview|highlights|key (?:points|takeaways))|(?:summary|key (?:points|takeaways)|highlights) (?:(?:generated|written|provided|created) )?by (?:ai|artificial intelligence|our ai)|tl;?\s?dr (?:by|from) .{2,40}|(?:summari[sz]ed|summary) by (?!.*\b(?:court|committee|council|police)\b).{2,40})\s*:?$/i,
    reach: 'passage',
    why: 'A summary added to the article',
  },
  {
    name: 'summarised',
    matches:
      /^(?:this|the) (?:story|article|summary|text|content|post)(?: (?:above|below))? (?:was|is|has been) (?:automatically |partly )?(?:summari[sz]ed|generated|written|translated|produced|created) (?:automatically\b|(?:by|with|using)(?: the help of)? (?:an? )?(?:ai\b|artificial|automat|machine|large language|language model|chatgpt|gpt|claude|gemini|copilot))/i,
    reach: 'itself',
    longest: 300,
    why: 'A summary added to the article',
  },
  {
    name: 'advertisement',
    matches: whole(
      'advertisements?|advert|ad|anzeige|publicité|publicidad|pubblicità|advertise here|story continues below(?: (?:this )?advertisement)?|continue reading(?: below)?|article continues (?:below|after) (?:this )?advertisement|sponsored(?: content)?|promoted content|реклама',
    ),
    reach: 'itself',
    why: 'Advertising',
  },
  {
    name: 'comment-box',
    matches: whole(
      '(?:leave|post|add|write) (?:a|your) (?:comment|reply|response)|(?:\\d+ )?(?:comments?|responses|replies)(?: \\(\\d+\\))?|comments (?:are )?closed|join the (?:conversation|discussion)|view comments|show comments|what do you think\\?|laisser un commentaire|kommentare?|deja (?:un|tu) comentario|lascia un commento',
    ),
    reach: 'end',
    after: 3,
    why: 'Readers’ comments',
  },
  {
    name: 'related-one',
    matches: whole('related (?:article|story|post|video|coverage|reading|link)'),
    reach: 'headline',
    why: 'Another article, offered by the page',
  },
  {
    name: 'related',
    matches: whole(
      "related|related (?:articles|stories|posts|news|content|topics|links|videos)|more (?:stories|news|articles|headlines|coverage)(?: (?:from|on|in|by) .{2,40})?|(?:top|latest|more top|other|recent|popular|trending|featured|recommended|most (?:read|popular|viewed)) (?:stories|news|articles|posts|headlines|videos)(?: in .{2,30})?|recommended(?: for you| reading)?|trending(?: now| on the web| on .{2,20})?|most (?:read|popular|viewed)|you (?:may|might) (?:also )?(?:like|be interested in|enjoy)|(?:read|see|watch) next|read (?:more|also)|also read|don['’]t miss|around the web|from (?:around )?the web|editors?['’]?s? (?:picks?|choice)|discover (?:our|more)(?: .{2,40})?|our (?:books|podcasts|newsletters|events|partners|latest stories)|latest (?:books?|podcasts?|episodes?)(?: line-?up)?|.{2,40} & other stories",
    ),
    reach: 'end',
    after: 0.2,
    why: 'Other articles, offered by the page',
  },
  {
    name: 'read-more',
    matches:
      /^(?:read more|see also|also see|read also|also read|related|read|more|watch|see|watch also|learn more|recommended|don['’]t miss|must read|lire aussi|leia (?:mais|também)|lea también|lees ook|mehr zum thema|leggi anche)\s*(?::|>+|»|→)\s+\S.{6,}[^.]$/iu,
    reach: 'itself',
    longest: 160,
    why: 'Another article, offered by the page',
  },
  {
    name: 'newsletter',
    matches:
      /^(?=.*\b(?:newsletters?|inbox|emails|daily|briefing|digest|alerts|(?:by|via) e-?mail|e-?mail (?:list|updates?|address|alerts?))\b)(?:(?:sign|signing) up|subscribe|get|receive|join|stay|don['’]t miss|enter your|register)\b.*[^?]$|^enter your e-?mail\b/i,
    reach: 'end',
    after: 0.2,
    longest: 200,
    why: 'An offer to subscribe',
  },
  {
    name: 'newsletter-icon',
    matches:
      /\bnewsletter (?:icon|sign-?up|subscription|logo)\b|\bsign up for (?:our|the) .{0,40}(?:newsletters?|emails)\b|\bto your (?:e-?mail )?inbox\b/i,
    reach: 'end',
    after: 0.2,
    longest: 200,
    why: 'An offer to subscribe',
  },
  {
    name: 'privacy',
    matches:
      /\b(?:you|we) (?:agree to|accept) (?:the|our|its|their) .{0,40}\b(?:privacy|terms|cookies?|policy)\b|^(?:by (?:registering|signing up|subscribing|clicking)|use of this (?:web ?)?site constitutes)\b/i,
    reach: 'itself',
    longest: 300,
    why: 'An offer to subscribe',
  },
  {
    name: 'subscribe',
    matches: whole(
      'subscribe(?: now| today| here| to .{2,40})?|sign up(?: now| today| here| for .{2,40})?|log ?in|register|become a (?:member|subscriber|patron)|support (?:us|our (?:work|journalism))|donate(?: now| today| here)?|already a (?:subscriber|member)\\??(?: (?:log|sign) in)?',
    ),
    reach: 'itself',
    why: 'An offer to subscribe',
  },
  {
    name: 'subscribed',
    matches:
      /^(?:you have been successfully subscribed|thanks? you for (?:subscribing|signing up)|there was a problem subscribing)\b/i,
    reach: 'itself',
    longest: 250,
    why: 'An offer to subscribe',
  },
  {
    name: 'share',
    matches: whole(
      '(?:share|tweet|pin|email|print|save|bookmark|copy|recommend)(?: (?:this|it|on|with|via|to|article|story|post|page|link|recipe|facebook|twitter|linkedin|whatsapp|reddit|pinterest|friends|google|your|an?|x))*|share(?: this)? (?:article|story|post|page):? .{0,80}|(?:follow|like|find|join) (?:us|@?\\w+)(?: (?:on|at) .{2,60})?|facebook|twitter|linkedin|whatsapp|pinterest|instagram|youtube|reddit|telegram|copy link|click to (?:share|print|email).*|(?:facebook|twitter|whatsapp|email|linkedin|pinterest|reddit|print|instagram|youtube)(?:[\\s,|/·•]+(?:facebook|twitter|whatsapp|email|linkedin|pinterest|reddit|print|instagram|youtube|x))+',
    ),
    reach: 'itself',
    longest: 100,
    why: 'Links for sharing',
  },
  {
    name: 'expander',
    matches: /^(?:\.{3}|…)?\s*(?:(?:read|show|see|view|load) )?(?:more|less)\s*(?:\.{3}|…)?$/i,
    reach: 'itself',
    why: 'A button of the page',
  },
  {
    name: 'page-button',
    matches: whole(
      'skip to (?:main )?content|back to top|top of page|close|menu|search|previous(?: (?:article|post|story|page))?|next(?: (?:article|post|story|page))?|jump to .{3,30}|click here.{0,40}|view (?:all|gallery|photos|more)|show caption|hide caption|toggle caption|enlarge (?:this )?image|open image in gallery|listen to (?:this )?article|\\d+ (?:of|/) \\d+|\\d+ ?min(?:ute)?s?(?: of)? read(?:ing)?|reading time:? .{1,20}|word ?count:? \\d+|loading|play video|watch live|×|\\$',
    ),
    reach: 'itself',
    why: 'A button of the page',
  },
  {
    name: 'copyright-end',
    matches:
      /^(?:copyright\b.{0,20})?(?:©|\(c\)|copyright \d{4}).*\b(?:all rights reserved|do not reproduce|may not be (?:published|reproduced))/i,
    reach: 'end',
    after: 1.5,
    longest: 300,
    why: 'Copyright',
  },
  {
    name: 'copyright',
    matches:
      /^(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:copyright\s*)?\d{4}\b|^all rights reserved\b/i,
    reach: 'end',
    after: 0.2,
    longest: 200,
    why: 'Copyright',
  },
  {
    name: 'terms',
    matches: /^(?=.*\bprivacy policy\b)(?=.*\b(?:terms|contact|about|cookies?)\b)[^.]*\.?$/i,
    reach: 'itself',
    longest: 200,
    why: 'Foot of the page',
  },
  {
    name: 'foot',
    matches: whole(
      'privacy policy|terms (?:of (?:use|service)|(?:and|&) conditions)|cookie policy|contact us|about us|advertise with us|site ?map',
    ),
    reach: 'itself',
    why: 'Foot of the page',
  },
  {
    name: 'cookies',
    matches:
      /^(?:we|this (?:site|website)|our (?:site|website)) uses? cookies\b|^(?:accept|manage|reject)(?: all)? cookies$|\bby continuing to (?:use|browse) (?:this|our) (?:site|website)\b/i,
    reach: 'itself',
    longest: 400,
    why: 'A notice about cookies',
  },
  {
    name: 'editors-ps',
    matches: /^editor['’]?s['’]?\s+p\.?\/?s\.?\s*:/i,
    reach: 'end',
    after: 0.6,
    longest: 600,
    late: true,
    why: 'The page’s own summary, after the article',
  },
  {
    name: 'editors-note',
    matches:
      /^editor['’]?s['’]? (?:note|comment|summary)\s*:?(?:\s*summary\s*:?)?$|^editor['’]?s['’]? (?:note|comment)\s*:\s*summary\b/i,
    reach: 'end',
    after: 0.4,
    longest: 400,
    late: true,
    why: 'The page’s own summary, after the article',
  },
  {
    name: 'appeared-first',
    matches:
      /^(?:this|the) (?:post|article|story)\b.{2,200}\b(?:appeared|was (?:first |originally )?published)\s+(?:first )?(?:on|at|in|by)\b/i,
    reach: 'itself',
    longest: 300,
    why: 'Where the article first appeared',
  },
  {
    name: 'source-address',
    matches:
      /^(?:source|original|via|link|read (?:the )?(?:full|original|more).{0,30}|permalink)\s*:\s*https?:\/\/\S+$/i,
    reach: 'itself',
    longest: 400,
    why: 'Where the article first appeared',
  },
  {
    name: 'source-line',
    matches:
      /^(?:From|[Ss]ource:|[Oo]riginally published (?:in|by|on)) (?:the )?\p{Lu}[\p{L}&.’' -]{2,40}$/u,
    reach: 'itself',
    late: true,
    why: 'Where the article first appeared',
  },
  {
    name: 'tags',
    matches:
      /^(?:tags?|topics?|filed under|categor(?:y|ies)|posted in|tagged(?: with)?|keywords)\s*:\s*\S.*[^.]$/i,
    reach: 'itself',
    longest: 250,
    why: 'Topics the page files the article under',
  },
  {
    name: 'votes',
    matches:
      /^(?:\d+ ?)?% of (?:readers|users|people) (?:think|found|rate)\b|^(?:rate|vote) this (?:article|story|post)\b|^was this (?:article|page|story) (?:helpful|useful|interesting)\??|^(?:did you )?(?:love|like|enjoy|make|try)(?:ed)? this (?:article|story|post|recipe)\s*\??$/i,
    reach: 'itself',
    longest: 140,
    why: 'A question to the page’s readers',
  },
  {
    name: 'coffee',
    matches:
      /^(?:(?:buy|shout) .{1,30} a (?:coffee|beer)|support .{1,40} on (?:patreon|ko-?fi|substack))\b/i,
    reach: 'itself',
    why: 'An offer to subscribe',
  },
  {
    name: 'other-headline',
    matches: /^headline:\s+\S.{10,}$/i,
    reach: 'itself',
    longest: 160,
    why: 'Another article, offered by the page',
  },
  {
    name: 'contacts',
    matches:
      /^(?:contacts? and sources?|(?:media|press|news|pr) (?:contacts?|inquiries|enquiries|relations|office)|contacts? for (?:the )?(?:media|press)|for (?:media|press) (?:inquiries|enquiries)(?:,? (?:please )?contact)?|(?:for )?(?:more|further) information,?(?: please)? contact|contacts?)\s*:(?:\s\S.{0,60})?$|^(?:contacts? and sources?|(?:media|press) (?:contacts?|inquiries|enquiries)|for media inquiries)\s*$/i,
    reach: 'address',
    why: 'Addresses for the press',
  },
  {
    name: 'release',
    matches:
      /^(?:(?:for )?immediate release(?:\s*[:–—-].{0,40})?|(?:press|news|media) release|(?:strictly )?embargoed (?:until|for)\b.{0,60})\s*:?$/i,
    reach: 'itself',
    why: 'A notice to the press',
  },
  {
    name: 'end-sign',
    matches: /^(?:#\s?#\s?#+|[-–—]+\s?(?:30|ends?|e\.n\.d\.?)\s?[-–—]+|ENDS)$/i,
    reach: 'itself',
    late: true,
    why: 'A notice to the press',
  },
  {
    name: 'breadcrumbs',
    matches:
      /^(?:home|start|accueil|startseite|inicio|início)\s[»›>/]\s\S.*$|^(?!.*«)[^.!?»›>]{2,40}(?:\s[»›>]\s[^»›>]{2,120}){2,}$/i,
    reach: 'itself',
    longest: 200,
    why: 'Navigation of the page',
  },
  {
    name: 'counts',
    matches:
      /^(?:\d[\d.,]*\s?[km]?\+?\s(?:(?:total )?shares?|views?|likes?|retweets?|reads?|followers|reactions|claps|votes?)|(?:shares?|views|likes|reads|hits|page views)(?:\s*:?\s*\d[\d.,]*\s?[km]?\+?)?)$/i,
    reach: 'itself',
    why: 'Links for sharing',
  },
  {
    name: 'about-author',
    matches: whole('about (?:the )?(?:authors?|writers?)'),
    reach: 'end',
    after: 0.3,
    late: true,
    why: 'About the author',
  },
  {
    name: 'feedback',
    matches:
      /^(?:got|have) (?:a )?(?:tip|story|news tip|correction)s?\b.{0,80}(?:e-?mail|contact|send|let us know)|^(?:report (?:an error|a typo|a correction)|send (?:us )?(?:feedback|tips))\b/i,
    reach: 'itself',
    longest: 160,
    why: 'A question to the page’s readers',
  },
]
