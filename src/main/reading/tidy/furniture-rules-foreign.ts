// The commonest lines around articles in German, French, Spanish, Portuguese, Italian and Dutch. As in
// English: whole lines, or beginnings that no story has.
import { type FurnitureRule, whole } from './furniture-rule.ts'

export const foreignRules: readonly FurnitureRule[] = [
  {
    name: 'foreign-advertisement',
    matches: whole(
      'werbung|anzeigen?|weiter nach der (?:anzeige|werbung)|(?:la )?suite après (?:la|cette) publicité|publicités?|contenu sponsorisé|publicidade|continua después de la publicidad|continua depois da publicidade|pubblicità|continua dopo la pubblicità|advertentie|lees verder onder de advertentie',
    ),
    reach: 'itself',
    why: 'Advertising',
  },
  {
    name: 'foreign-comments',
    matches: whole(
      '(?:\\d+ )?(?:kommentare|commentaires?|comentarios?|comentários?|commenti|reacties)(?: \\(\\d+\\))?|(?:schreiben sie einen|einen) kommentar(?: schreiben| verfassen)?|kommentar (?:schreiben|hinterlassen|verfassen)|(?:laisser|ajouter|poster|écrire) un commentaire|(?:deja|dejar|escribe|añade) un comentario|deixe (?:um|seu) comentário|(?:lascia|scrivi|aggiungi) un commento|(?:plaats|schrijf|geef) (?:een|uw|je) reactie',
    ),
    reach: 'end',
    after: 3,
    why: 'Readers’ comments',
  },
  {
    name: 'foreign-related',
    matches: whole(
      'mehr zum thema|(?:lesen sie auch|auch interessant|das könnte sie auch interessieren|weitere (?:artikel|meldungen|nachrichten)|ähnliche artikel|meistgelesen|verwandte artikel|zum weiterlesen)|(?:sur le même sujet|à lire aussi|lire aussi|articles (?:liés|similaires|récents)|les plus lus|à découvrir)|(?:noticias relacionadas|artículos relacionados|te puede interesar|más noticias|lo más (?:leído|visto)|lee también|más información)|(?:leia (?:também|mais)|veja também|notícias relacionadas|artigos relacionados|mais lidas)|(?:leggi anche|articoli correlati|ti potrebbe interessare|i più letti|potrebbe interessarti)|(?:lees ook|meer over dit onderwerp|gerelateerde artikelen|meest gelezen)',
    ),
    reach: 'end',
    after: 0.2,
    why: 'Other articles, offered by the page',
  },
  {
    name: 'foreign-read-more',
    matches:
      /^(?:lesen sie (?:auch|dazu|mehr)|mehr dazu|siehe auch|lire (?:aussi|également)|à lire(?: aussi)?|voir aussi|lee (?:también|más)|lea (?:también|además)|ver también|leia (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|vedi anche|lees (?:ook|meer)|bekijk ook)\s*(?:[:>»→–|-])+\s*\S.{6,}[^.]$/iu,
    reach: 'itself',
    longest: 160,
    why: 'Another article, offered by the page',
  },
  {
    name: 'foreign-newsletter',
    matches:
      /^(?=.*\b(?:newsletter|infolettre|boletín|boletim|nieuwsbrief)(?!\p{L}))(?:jetzt|hier|melden sie sich|abonnieren sie|zum|unseren?|inscrivez|abonnez|recevez|s['’]inscrire|suscr[ií]bete|suscríbase|recib[ea]|apúntate|inscreva|assine|receba|iscriviti|ricevi|abbonati|schrijf|meld|ontvang|abonneer)(?!\p{L}).*[^?]$/iu,
    reach: 'end',
    after: 0.2,
    longest: 200,
    why: 'An offer to subscribe',
  },
  {
    name: 'foreign-subscribe',
    matches: whole(
      "jetzt abonnieren|abonnieren|anmelden|einloggen|registrieren|s[’']abonner|abonnez-vous|je m[’']abonne|se connecter|suscríbete|suscribirse|iniciar sesión|regístrate|assine(?: já| agora)?|entrar|cadastre-se|abbonati|accedi|registrati|abonneren|inloggen|(?:article )?réservé aux abonnés",
    ),
    reach: 'itself',
    why: 'An offer to subscribe',
  },
  {
    name: 'foreign-share',
    matches: whole(
      "(?:artikel |beitrag )?(?:teilen|drucken|merken|versenden)(?: (?:auf|per|mit) .{2,30})?|(?:folgen sie uns|folge uns)(?: auf .{2,40})?|partager(?: (?:cet article|sur .{2,30}|par .{2,20}))?|imprimer|suivez-nous(?: sur .{2,40})?|compartir(?: (?:en|por|esta noticia|este artículo).{0,30})?|imprimir|síguenos(?: en .{2,40})?|compartilh(?:ar|e)(?: (?:no|na|via|esta notícia|este artigo).{0,30})?|partilhar|siga-nos(?: n[oa] .{2,40})?|condividi(?: (?:su|via|questo articolo).{0,30})?|stampa l[’']articolo|seguici(?: su .{2,40})?|deel(?: (?:dit artikel|op|via).{0,30})?|delen|afdrukken|volg ons(?: op .{2,40})?",
    ),
    reach: 'itself',
    why: 'Links for sharing',
  },
  {
    name: 'foreign-button',
    matches: whole(
      'zum inhalt springen|nach oben|startseite|(?:mehr|weiter) (?:lesen|anzeigen)|weiterlesen|lesezeit:? .{1,20}|zur startseite|aller au contenu(?: principal)?|retour en haut|accueil|lire la suite|temps de lecture ?:? .{1,20}|lecture \\d+ min\\.?|ir al contenido|volver arriba|inicio|leer más|seguir leyendo|tiempo de lectura:? .{1,20}|ir para o conteúdo|voltar ao topo|continuar lendo|ler mais|tempo de leitura:? .{1,20}|vai al contenuto|torna su|leggi (?:tutto|di più)|continua a leggere|tempo di lettura:? .{1,20}|naar de inhoud|terug naar boven|lees (?:meer|verder)|leestijd:? .{1,20}|\\d+ (?:min(?:uten)?\\.? lesezeit|min(?:utes)? de lecture|min(?:utos)? de (?:lectura|leitura)|min(?:uti)? di lettura|min(?:uten)? leestijd)',
    ),
    reach: 'itself',
    why: 'A button of the page',
  },
  {
    name: 'foreign-copyright',
    matches:
      /^(?:©.{0,60})?(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|riproduzione riservata)\b|^©\s?riproduzione riservata/iu,
    reach: 'end',
    after: 0.2,
    longest: 200,
    why: 'Copyright',
  },
  {
    name: 'foreign-foot',
    matches: whole(
      "impressum|datenschutz(?:erklärung)?|agb|nutzungsbedingungen|kontakt|mentions légales|politique de confidentialité|conditions générales(?: d[’']utilisation)?|nous contacter|aviso legal|política de (?:privacidad|privacidade|cookies)|términos (?:y condiciones|de uso)|contacto|quiénes somos|termos de uso|fale conosco|quem somos|informativa sulla privacy|note legali|contatti|chi siamo|privacybeleid|algemene voorwaarden|over ons",
    ),
    reach: 'itself',
    why: 'Foot of the page',
  },
  {
    name: 'foreign-cookies',
    matches:
      /^(?:wir verwenden|diese (?:web)?seite (?:verwendet|nutzt)|nous utilisons|ce site utilise|utilizamos|usamos|este (?:sitio|site) (?:web )?(?:utiliza|usa)|questo sito (?:utilizza|usa)|utilizziamo|wij gebruiken|we gebruiken|deze (?:web)?site (?:gebruikt|maakt gebruik van)) (?:(?:des|les|il|i|las|os) )?cookies?\b/iu,
    reach: 'itself',
    longest: 400,
    why: 'A notice about cookies',
  },
  {
    name: 'foreign-tags',
    matches:
      /^(?:schlagw(?:ort|örter)|themen|mots[- ]clés|thèmes|étiquettes|etiquetas|temas|palabras clave|palavras-chave|assuntos|argomenti|parole chiave|trefwoorden|onderwerpen)\s*:\s*\S.*[^.]$/iu,
    reach: 'itself',
    longest: 250,
    why: 'Topics the page files the article under',
  },
  {
    name: 'foreign-author',
    matches: whole(
      "über (?:den autor|die autorin|die autoren)|zur person|à propos de l[’']auteure?|sobre (?:el autor|la autora|o autor|a autora)|sull[’']autor[ei]|l[’']autore|over de auteur",
    ),
    reach: 'end',
    after: 0.3,
    late: true,
    why: 'About the author',
  },
]
