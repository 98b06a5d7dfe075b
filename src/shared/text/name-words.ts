/** Words in names that are not names themselves. In lower case, without dots. */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Words before a name. */
export const TITLES = setOf(`
  mr mrs ms miss mx dr prof professor sir madam rev reverend herr frau hr mme mlle monsieur madame mademoiselle
  sr sra srta señor señora senhor senhora dra dott dottssa sig sigra signor signora avv pani mevr mevrouw dhr fru
  dr-ing dipl-ing dipl-kfm г-н г-жа господин госпожа السيد السيدة الدكتور الدكتورة دكتور دكتورة الأستاذ الأستاذة المهندس
  מר גב גברת ד"ר ד״ר פרופ श्री श्रीमती`)

/** Words after a title: "Dr. med." */
export const DEGREES = setOf('med rer nat phil jur hc habil dent vet pol ing dipl mult techn mag h c')

/** Words after a name. */
export const SUFFIXES = setOf(
  'jr sr ii iii iv phd md mba esq dds dmd dvm msc bsc rn cpa jd llm frcs obe mbe junior senior meng beng msw facs',
)

/** A title in one language, and a first name or family name in another. */
export const TITLE_OR_NAME = setOf('don doña dona pan fr mag father sister brother lady lord graf')

/** Start a family name, or are only half of a first name. */
export const PARTICLES = setOf(`
  van von de da di del della der den dos das du la le al el bin ibn ter ten zu zur af av st saint san abd abdul abdel abdal abu umm
  أبو ابو أبي أم ام ابن بن آل`)

/** The first word of a two-word first name: "servant of". */
export const FIRST_HALVES = setOf('عبد')

/** Family names of languages that put them first. In Latin letters the order is uncertain. */
export const FAMILY_FIRST = setOf(`
  nguyễn nguyen trần tran phạm pham huỳnh huynh hoàng đặng bùi đỗ vũ võ ngô phan
  wang zhang li liu chen huang zhao zhou wu xu zhu guo park choi jeong`)

/** Mark a company in any position. */
const LEGAL_FORMS = `
  inc incorporated llc ltd limited corp corporation company gmbh mbh ohg gbr plc llp pty pvt sarl srl spa sro doo ltda eirl
  ооо оао зао пао شركة مؤسسة חברת בע"מ בע״מ`

/** Mark a company at the end of a name; elsewhere they may be part of a person's name. */
export const LEGAL_ENDINGS = setOf(
  `${LEGAL_FORMS} ag kg ug ev sa sas sl slu bv nv ab as aps asa oy oyj se kk co lp kft zrt oo ou`,
)

/** Mark a company at the start of a name. */
export const LEGAL_BEGINNINGS = setOf('ип ао pt cv uab oy тов')

/** Mark a group, a place or a role, which have no first name. */
export const NOT_ONE_PERSON = setOf(`${LEGAL_FORMS}
  the and und et og och oraz en y e i и family familie famille familia famiglia família rodzina משפחת عائلة household
  team department dept office desk support sales service services info admin administrator reception accounts accounting billing
  shop store restaurant cafe café hotel hospital clinic dental bank school university church pharmacy studio salon agency group holding
  holdings association foundation club society center centre solutions systems consulting international partners brothers bros sons
  unknown anonymous customer customers client clients guest user users visitor caller contact nobody none null undefined test tester
  na nan no name noname lead subscriber member patient private number sender recipient mobile phone
  kunde kundin klient cliente clienta inconnu inconnue unbekannt unbekannte desconocido desconocida sconosciuto nieznany onbekend
  okänd ukendt неизвестно неизвестный неизвестная клиент абонент مجهول عميل לקוח whatsapp facebook instagram sms messenger telegram
  u firma empresa société sociedad praxis autohaus eheleute stadt büro empfang ristorante restaurante trattoria pizzeria pizza
  boulangerie farmacia clinica clínica city town council court police embassy owner manager driver delivery courier express taxi
  voicemail spam blocked restricted toll free mum mom dad hi hello`)

/** German compounds end with the kind of business: "Zahnarztpraxis". */
export const BUSINESS_ENDING =
  /(?:praxis|kanzlei|bäckerei|metzgerei|gärtnerei|apotheke|werkstatt|gemeinschaft|verwaltung|verein|schule|klinik|zentrum|agentur|versicherung)$/u

/** The same for scripts without spaces. */
export const NOT_ONE_PERSON_IN_CJK =
  /会社|公司|法人|病院|医院|銀行|银行|商店|大学|회사|학교|병원|고객|家族|不明|匿名|未知|客户|客戶/u
