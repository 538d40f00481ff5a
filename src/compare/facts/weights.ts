// Written by `npm run tune:compare` from 18 labelled stories (54 articles); not to be edited.
// Weights are of features as they are; `docs/comparing.md` says how they were learnt.
import type { FactModel } from './model.ts'

export const factModel: FactModel = {
  pair: {
    bias: -3.0309,
    // prettier-ignore
    weights: [
      -3.2117, // cosLocal
      -1.9808, // cosGeneral
      -0.69573, // coverLocal
      0.50037, // coverGeneral
      2.0514, // coverLongerLocal
      -0.074928, // coverLongerGeneral
      2.1265, // sharedLocal
      -0.748, // sharedGeneral
      1.1551, // sharedCount
      1.9716, // rarest
      3.5509, // secondRarest
      1.9077, // kin
      -0.064142, // kinCount
      1.099, // bigrams
      -0.65165, // bigramSum
      1.0983, // run
      0.37406, // names
      -0.38789, // nameSum
      -0.34724, // namesDiffer
      1.7832, // plain
      0.13882, // plainSum
      -0.030385, // people
      0.040606, // peopleMissing
      0.33309, // actorSame
      -0.27653, // actorDiffers
      0.13663, // numbers
      -0.43342, // numbersDiffer
      0.94108, // quoted
      -0.087775, // bothQuote
      -0.40153, // oneQuotes
      -0.46783, // quoteOfOther
      1.5839, // lead
      4.3789, // leadPlain
      -0.089772, // leadCover
      0.20611, // title
      -0.53524, // titleCover
      -0.25572, // place
      1.0823, // early
      -0.85546, // shorter
      -0.74003, // longer
      4.39, // clause
      -1.0401, // clauseGeneral
      5.6654, // window
      -1.2069, // core
      1.1168, // coreOne
      1.9465, // sameNumbers
      0.89792, // sameDate
      0.2348, // sameFullNames
      0.58117, // otherFigures
      1.4692, // sameQuotation
      0.61806, // speakerSame
      -0.92343, // speakerOther
    ],
  },
  context: {
    bias: -1.6789,
    // prettier-ignore
    weights: [
      0.42807, // sum
      -0.76064, // rankLower
      0.18882, // rankHigher
      0.28176, // marginLower
      0.3323, // marginHigher
      0.96579, // bestLower
      0.31753, // bestHigher
      -0.24429, // twinElsewhere
      0.39488, // linkedLower
      -0.03128, // linkedHigher
      1.459, // beside
      0.27111, // chain
      1.8239, // third
      -0.053162, // thirds
    ],
  },
  possible: -0.66305,
  sure: 2.6608,
}

/** How many articles were counted for `stemCounts`. */
export const articlesCounted = 54

/** In how many of them each stem stands, for those in two or more: counts alone, in the order of letters. */
export const stemCounts =
  "2:10 10000 1062 11 15 1995 1996 1999 20 2003 2010 2011 2013 2014 2015 2017 300 30s 396 41 447 47 48 59 accur add addict advertis advocaci affair afford afghanistan ag agricultur alongsid alway amend ami ammar anachronist anderson anim anticip appar appl applaus argument ark arraign arrang art articl asia assail assembl assign assum attend avoid await awar ayn backlash ballot bank baptist basebal bear beat bemoan benghazi beto bigotri billion bipolar birth blue bob book booker bottom box boycott bra branch braverman bridget broaden broke broken buyer cabin campa candidaci capac car carter cast castig castro cathi caution central ceo chalkboard charact charit check chorus chosen christ cia circumst circus clarifi clean climat closest closur clown coin coincid collect collud collus color columbus comedian commemor common compendium competit compli concept conclud condit confid conn conquer constitut contact contributor convict copi council count counti courtroom creation credit crise cross cruz cull cultur dakota danger daniel daughter david decim declar decri dedic defin degre delaney delawar dem demonstr denver desir destroy dialogu diego difficult dinner dip disabl disavow disclosur disproportion distort donat doubl dress drop drug earliest earth eight elder elementari elev elizabeth embrac enact endem enforc enlist ensur entitl environmentalist evalu evangel everybodi examin excus exempt exoner faculti fair fall falsifi fame fast featur februari fec fedora fee fellow felt fill firearm fishman fit flake flip floor flop footbal forb form fought founder francisco frank frosti fundament funni fur furnitur gap garbag gender genuin given goal golf gori gospel gotten grate gregori grew groceri grown guid gut harf harkin hate hawaii heavi hello herrod highest highlight hilari hire holiday holist homeland hometown horribl human hunger hunt hurl hurrican hurt husband ill improv inaccur increas infrastructur inquiri institut intent interfer internet intoler invest iraq irrespons islam itali jam jihad joint jone journal judgment judici juli julián justifi kamala kentucki kerri keynot kiss klobuchar knew knowledg ky label labolt laid lash lawsuit layer learn length lesbian liber libya lieuten lifestyl lobbi logic longtim loosen low magazin mail main maintain mall mandatori manufactur marco marin marri martha mask mass massacr materi maximum mcconnel mclaughlin medicar membership men merril militari mindset minimum minut mistaken mitch mo najjar necessari network neurosurgeon newli newspap nick nj nobodi none nonprofit notabl o'rourk obstruct occas offens oh oklahoma older one oper option order otherwis outing outlet overse oversight pair palin partier patriot penalti pennsylvania percentag philosoph phrase physic pick piec pilot plot pm politico pollster pool populist port portion pose pound prais pre preferenti prenat presenc preview priest priorit prison proceed produc profil profound progress proof proper prosecut publish qualiti raiser rational reach reaction rebuk reconsid recov recoveri redact reduc reelect regard region regret reid rein reiter relay remind remiss repair replac repudi reserv respect restor result retreat retribut rid rip risk riverd road rolex roof rubio safe safer sale sandra secreci secret select seri shape share sharpli shelton shirt shop shown shut sick signific silenc simpl sit site skin smaller sometim sorri sort spiral spirit spit spokeswoman sponsor stanc standard stark station statut steward straight strang strategist street strength studi subsequ subsidiar suck suffer summer suprem surfac surpris sweep swift system tactic ted teenag tender tent terrorist testimoni text theater therefor thompson threaten throughout todd toler topic tour town track traffic trail treatment tyler ugli ultim unanim unclear uncov underwear unless unrel uproar urban usual util various vatican vice victim vineyard vital vocal volunt w wage wake walk wall war warm warren wast weaken wealthiest websit weingarten welcom whittington widespread wildstein wind wire withdraw wonder wood worker worri worth wrap writer youtub;3:18 19 1979 2 2006 2020 225 28 3 6 750000 9 90 abil accompani activ admit advoc affirm afraid afternoon agenc agreement air airlin alabama alcohol anti anybodi anyth appoint approach appropri array asa assert assess august barr beach beck berni bigot bishop bloodi blow boehner bogg bomb bowl braley brewer broadcast bureau bush camp cap cape card carson cathol caucus chair chicago child chuck church citizen civic closer co complain connecticut consequ consist contain convent convert coordin cori cost cours cpac crime current death debt decad deep definit dental depend destruct disagre disclos discrimin disord distanc doctrin dog doubt due duncan east economi element embark encount endors energi entir epithet essenti establish even everyday evolv exact exclus excori failur fake farm favorit fear figur financi finish five forth forward fraud frequent friend front frontrunn fulli fundrais futur georg georgetown gibb gillibrand girl glenn gone grassley grave griffin grow guard gun harri hill histori hook huffpost hunter hutchinson ideal ident ideolog ignor impact implic inde indict industri inspir insur intellig isra jackson jame jan jay jeb jeff jess jesuit jewish kathi kelli kid kirsten lack lane languag lapierr leav lectur lose lot loui love luther manag margaret mattioli meant meanwhil memorabilia mental mention met miami michael minnesota minor mischaracter misconduct mock moor moral most mother motto msnbc mueller myer naacp nasti nbc negat nevada newtown nine non notic novemb nra object octob opportun outspoken owner pack packag palm panel partner partnership past patton percent personnel philosophi phoenix phoni photo plead polic possess present preserv prevent princip principl procedur progressiv project promin prompt properti protest provis qualifi quick racial racism radio ran randi rang regul remov repaid research resembl rev rifl rival role rosenstein roy rush safeti save scott scrutini seat sensit sentenc session sexual sheridan shock shot signatur sincer slight small smile societi solut sought sourc southern spokesperson st status staunch stay steve subject subpoena succeed success suffici suppos sure swipe target team televis test testifi thought throw ticket tom tough trade transpar travel treasur tribun truth tuition turn tv undermin unemploy va vacat valu vega version veto vow wait wayn west wide wilkin will written yes;4:1 14 16 40 5 60 60000 abort absolut activist affili agenda aim alli almost appeal appreci ariz arizona around asid assault assist audienc begin better bigger black blame break broad budget buy calif career carolina celebr character choic coalit commiss commit communic compani complet conclus condemn conspiraci consult correct correspond corrupt defeat deserv discuss disqualifi disturb doug e earli echo emerg employ encourag equal especi ethic exampl faith farmer field fight final financ firm florida folk formal fort gain god grand grant guilti harm heard hide hospit huckabe illinoi imag immigr improp independ indic individu initi insist intend introduc invok iran israel j jealous jesus jr june juri kansa larg launch lee lie littl live longer market massachusett mere model motiv movi multipl netanyahu offend onlin opinion origin partisan path photograph play plea politician poor poverti pressur prime promis pull purchas pursu quot racist rand reason reflect refus reli request resourc retain retir reveal review rod rule russia russian ryan san santorum sarah saw senior sens simpli son star super task ten theolog total touch train transport troubl underscor violat watch weigh william woman;5:12 2007 2009 250000 abc abl acknowledg across adam adopt advis age alreadi annual answer area arkansa avail away background bad ban becam began behind belief ben benjamin bibl board brief bring bruce capitol carri cbs christi cite class cnn connect contend contribut counsel cover cut decid deepli defens democraci despit develop dismiss divis dollar draw employe execut exist explain fail fbi feel freedom friday hard high incom instanc interest intern involv iowa januari judiciari keep key kill known l largest late led legislatur liberti mari mayor middl mike million night noth nuclear numer offer often paper particular poll practic process purpos rank read reaffirm real reject relationship religi religion resign restrict rick sander second seem seen separ septemb shoot similar soon specif stand stood struggl student taken teach teacher today univers updat violenc won;6:2008 2012 30 abus access actual addit ahead along approv attent barack beyond big bridg brought california caus certain chris citi conduct congression contrast cooper decemb declin deliv describ direct domest enough evid expand experi favor few file find fire food full get guy happen hold instead item jersey legal level limit march mccain minist misus movement never note number ohio prepar privat prosecutor remain repeat resolut sandi serious shield someth spoke spokesman start stori tea term thousand top tri trip true trust voic voter weapon whole women;7:abov accept advanc becom benefit build came center concern confirm congressman coupl dc demand deni deputi design director donald effect email expens gave gay great ground hear held hillari home idea illeg inform justic kind least major man marriag matter monday move nomin nomine pay place radic recommend refer rise side someon south special step texa threat togeth twitter understand visit whose word wrong;8:account act anyon author best busi cannot chang chief christian civil consid controversi court crowd district dozen earlier econom express father foreign free head higher hope import influenc join lead left less line local mark meet mistak mitt open oppon opposit paid potenti power push rather realli return romney saturday schedul seek sent sex speaker spent stop suggest tell video warn went wife;9:ago arm associ attempt deal debat depart detail end event follow forc four good latest like messag money morn much old oppos parent paul possibl previous propos receiv requir servic staff strong talk tweet union view win world;10:ad aid apolog argu children clinton differ document educ effort famili general hand host hour job later look mean media near next page post primari put remark robert secretari speak speech sunday unit york;11:2016 address alleg case challeng charg close communiti control determin expect far focus found fund gov judg lawmak lawyer measur organ part point program provid rais recent relat sen serv short sign spend thing trump white;12:accus action base care chairman clear confer defend fact fals interview legisl life name posit press question record respond set urg wrote;13:allow attorney creat decis give governor immedi letter long offici problem race show social think three thursday vote;14:attack bill comment first health pass plan protect school secur see sever tax wednesday;15:continu leader member month polici took;16:back claim group rep take want way;17:accord administr appear believ come congress fox help r right;18:candid conserv countri face go gop investig know senat two;19:announc committe critic law need respons week;20:day john mani offic;21:american feder now parti presidenti statement use;22:america ask elect new releas report run;23:govern last repres;24:made news obama support tuesday;25:person public work;26:hous issu;27:campaign;28:former includ make nation;29:democrat washington;31:polit;32:call year;33:state;34:time;35:peopl;36:republican;39:presid"
