// English words of the news that often tell the same thing: what one reporter calls a lawyer another
// calls an attorney. Written for this program from general knowledge; each line is one group.

/** Abbreviations and what they stand for: as good as the same word. */
export const abbreviations = `
gop republican
dem democrat democratic
sen senator senate
rep representative
gov governor
prof professor
dr doctor
pres president presidential
dept department
govt government
feds federal
fed federal
vp vice
ceo executive
atty attorney
pm premier
mps lawmaker
pct percent
tv television
pc computer
ag attorney
scotus supreme
potus president
flotus lady
dod pentagon defense
doj justice
ala alabama
ariz arizona
ark arkansas
calif california
colo colorado
conn connecticut
del delaware
fla florida
ga georgia
ill illinois
ind indiana
kan kansas
ky kentucky
la louisiana
md maryland
mass massachusetts
mich michigan
minn minnesota
miss mississippi
mo missouri
mont montana
neb nebraska
nev nevada
okla oklahoma
ore oregon
pa pennsylvania
tenn tennessee
tex texas
va virginia
vt vermont
wash washington
wis wisconsin
wyo wyoming
us american america
uk british britain
eu european europe
un nations
`

/** Words of like meaning. */
export const related = `
lawyer attorney counsel
lawmaker legislator congressman congresswoman representative senator
legislature statehouse lawmaker
bill legislation law measure act
law statute legislation
wife spouse husband
father dad parent
mother mom parent
child kid
children kids
teen teenager teenage
girl woman
boy man
cop police officer
police officer law
gunman shooter
gun firearm weapon
rifle gun
shoot shooting shot gunfire
massacre shooting killing
murder killing homicide
kill slay death
dead death die killed
wound injure injury hurt
victim casualty
attack assault
terrorist terror extremist militant
blast explosion bomb
crash accident collision
plane jet aircraft airplane flight
car vehicle automobile
ship vessel boat
school classroom campus
teacher educator
student pupil
university college
professor faculty
scholar academic professor
priest clergy cleric
bishop cleric
church congregation
doctor physician
hospital clinic
sick ill
illness disease
drug medication medicine
company firm corporation
business firm
boss chief head executive
leader chief head
chairman chair
spokesman spokeswoman spokesperson
aide adviser staffer
adviser advisor aide
staff employee worker personnel
worker employee laborer
guard officer security
job employment work
jobless unemployed unemployment
money fund cash
fund funding finance
cash money
pay payment salary
cost price expense
expense spending cost
spend spending expenditure
budget spending
tax levy
debt loan
bank lender
market stock
share stock
profit earnings
rich wealthy
wealthiest richest
poor needy poverty
buy purchase acquire
sell sale
gift donation
donate donation contribute contribution
donor contributor
fundraiser fundraising
campaign candidacy bid race
candidacy bid run
candidate contender nominee hopeful
contender rival
rival opponent challenger
opponent critic
election vote poll ballot
ballot vote
vote voter
voter electorate
poll survey
primary caucus
nominate nomination nominee
party partisan
conservative right rightwing
liberal left leftwing progressive
supporter backer advocate fan
advocate activist campaigner
activist protester demonstrator
protest demonstration rally march
rally gathering event
audience crowd
conference convention summit
summit meeting talks
meeting met meet
talk speak speech
speech address remarks
remark comment statement
comment remark quip
statement announcement
announce unveil reveal declare
declare announce proclaim
launch begin start kick
start begin open
end finish conclude close
close shut shutter
reopen open
stop halt cease
delay postpone
cancel scrap
plan proposal
propose suggest recommend
recommendation proposal suggestion
recommend urge advise
urge call press
demand call insist
ask request
request ask seek
seek pursue
want hope wish
promise vow pledge
vow pledge promise
threaten threat warn
warn warning caution
say tell
state say
reply respond answer
response reaction answer
react respond
deny reject dispute refute
reject refuse decline
refuse decline
admit acknowledge concede confess
acknowledge concede
apologize apology sorry
regret sorry
accuse allege charge claim
allegation accusation charge claim
accuser victim
claim assert argue
argue contend maintain
insist maintain
blame fault
criticize blast slam attack condemn rip denounce
criticism backlash
condemn denounce decry
mock taunt ridicule
praise laud applaud commend
support back endorse
endorse back support
oppose resist fight
opposition opponent
block stop prevent
prevent stop
allow permit let
ban prohibit outlaw bar
bar prohibit
restrict limit curb
restriction limit
require mandate
rule ruling decision
decision choice
decide determine
judge justice
court tribunal
trial case
lawsuit suit case
sue lawsuit
appeal challenge
indict charge indictment
charge count
plead plea
guilty convict
convict conviction guilty
sentence prison
prison jail
arrest detain custody
investigate probe inquiry investigation
inquiry probe review
review examine study
study report research
report account article
document paper file record
letter missive
email message
tweet twitter post
post publish
publish release
release issue
disclose reveal
reveal expose
leak disclose
video clip footage tape
photo picture image photograph
interview told
reporter journalist
newspaper paper
news media
media press
ad advertisement commercial
movie film
show program
host anchor
comedian comic
actor actress star
singer musician
song music
game match
player athlete
team squad
win victory triumph
victory win
lose loss defeat
beat defeat
resign quit
quit leave
fire oust dismiss
oust remove
remove withdraw
withdraw pull
hire appoint
appoint name
replace succeed successor
retire retirement
step resign
visit trip travel
travel trip tour
arrive arrival land
leave depart
return back
enter entrance
flee escape
move relocate
home house residence
building structure
city town
state statewide
country nation
nation national
government administration
administration government
foreign overseas
war conflict
troops soldier forces military
military army
army troops
invade invasion
peace ceasefire truce
deal agreement pact accord
agreement accord
treaty pact
sanction penalty
nuclear atomic
weapon arms
ally partner
relationship ties relations
friendship friend
partnership alliance
trade commerce
border frontier
immigrant migrant
immigration migrant
illegal unlawful undocumented
legal lawful
right freedom
discrimination bias bigotry
racism racist bigotry
gay homosexual lesbian
marriage marry wedding
couple partner
religion religious faith
faith belief
belief believe
think believe
god lord
bible scripture
black african
white caucasian
muslim islam islamic
jew jewish
christian evangelical
woman female
man male
sex sexual
sexual misconduct harassment
abuse assault molest
weather storm
storm hurricane
flood flooding
earthquake quake
fire blaze
environment environmental climate
earth planet
water river
energy power
oil gas petroleum
electricity power
increase rise grow
rise climb jump
reduce cut lower
cut slash reduction
fall drop decline
big large huge
large massive
small little tiny
important crucial key
key crucial
difficult hard tough
easy simple
fast quick
new latest recent
old former
former ex
early earlier
late later
recent lately
annual yearly
immediately prompt swift
prompt immediately swift
full entire whole complete
whole entire
several many numerous
half fifty
quarter fourth
third thirty
people public citizen
citizen american
public open
secret private hidden
private personal
problem issue
issue matter
concern worry fear
fear afraid
anger angry outrage fury
outrage furor
controversial controversy
controversy scandal furor
shock stun
surprise unexpected
hypocrisy hypocritical
lie false untrue
phony fake false
true truth
fact truth
mistake error wrong
wrong error
help aid assist
aid assistance
save rescue
protect protection defend
defend defense
safety safe security
danger dangerous
risk danger
goal aim objective target
aim intend
intend plan
try attempt seek
attempt effort
effort bid
fight battle
battle struggle
build construct construction
repair fix
road highway
bridge span
train rail
traffic congestion
lane road
airport airline
farm farmer agriculture
food meal
farmer grower
land property
wealth rich
science scientist research
technology tech
phone telephone
computer laptop
internet online web
website site
hack hacker cyber
user customer
customer consumer client
`
