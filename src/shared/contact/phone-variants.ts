/**
 * Countries where one line has two international numbers, because a digit was added to or removed from the numbering plan and servers and
 * chat services keep the older form. All functions work on digits without `+`.
 */
type Plan = {
  /** The form that represents all forms; null for a number that the rule does not cover. */
  readonly canonical: (digits: string) => string | null
  /** The other forms of a canonical number. */
  readonly others: (canonical: string) => readonly string[]
}

/**
 * Brazil: mobile numbers got a ninth digit, a leading 9 (Anatel, Resolução 553/2010; São Paulo 29 July 2012, the whole country by
 * 6 November 2016). The old ones started with 6 to 9; landlines start with 2 to 5 and kept eight digits. Radio numbers (Nextel), some
 * of which start with 7, kept eight digits too, but that network closed on 31 March 2018.
 */
const BRAZIL: Plan = {
  canonical: (digits) => (/^55[1-9]\d9?[6-9]\d{7}$/.test(digits) ? `${digits.slice(0, 4)}9${digits.slice(-8)}` : null),
  others: (canonical) => [canonical.slice(0, 4) + canonical.slice(-8)],
}

/**
 * Mexico: for mobiles, calls from abroad needed a 1 after 52 until 3 August 2019, when the numbering plan of 11 May 2018 took effect
 * (ITU Operational Bulletin 1151, communication of 12 June 2018; networks accepted both forms until August 2020). WhatsApp still uses it:
 * "About international phone number format" in its Help Center, https://faq.whatsapp.com/1294841057948784.
 */
const MEXICO: Plan = {
  canonical: (digits) => (/^521?[2-9]\d{9}$/.test(digits) ? `52${digits.slice(-10)}` : null),
  others: (canonical) => [`521${canonical.slice(2)}`],
}

/**
 * Argentina: a mobile is dialled as 9, area code and number from abroad, and as area code, 15 and number at home. Area code and number
 * together have ten digits. As far as we know, the same ten digits are never both a mobile and a landline, because both are assigned from
 * one block per area. WhatsApp uses the 9 and no 15 (same page as for Mexico). Area codes have two digits (11), three (listed below, from
 * libphonenumber's metadata for AR) or four.
 */
const AREA = '11|2(?:2[013]|3[067]|49|6[01346]|80|9[147-9])|3(?:36|4[1-358]|5[138]|6[24]|7[069]|8[013578])|[23]\\d{3}'
const AREA_CODE = new RegExp(`^(?:${AREA})`)
const WITH_15 = new RegExp(`^549?0?(?=\\d{12}$)(${AREA})15(\\d+)$`)
const ARGENTINA: Plan = {
  canonical: (digits) => {
    const [, area, rest] = WITH_15.exec(digits) ?? []
    if (area !== undefined) return `54${area}${rest}`
    return /^549?(?:11|[23]\d)\d{8}$/.test(digits) ? `54${digits.slice(-10)}` : null
  },
  others: (canonical) => {
    const area = AREA_CODE.exec(canonical.slice(2))?.[0] ?? ''
    return [`549${canonical.slice(2)}`, `54${area}15${canonical.slice(2 + area.length)}`]
  },
}

const PLANS: Readonly<Record<string, Plan>> = { 52: MEXICO, 54: ARGENTINA, 55: BRAZIL }

/** The form that represents all forms of an international number, digits only. */
export function canonicalDigits(digits: string): string {
  return PLANS[digits.slice(0, 2)]?.canonical(digits) ?? digits
}

/** The current form of a number whose old form can no longer be dialled; any other number unchanged. */
export function currentDigits(digits: string): string {
  return digits.startsWith('52') ? canonicalDigits(digits) : digits
}

/** All forms of an international number, the canonical one first. */
export function variantsOf(digits: string): readonly string[] {
  const plan = PLANS[digits.slice(0, 2)]
  const canonical = plan?.canonical(digits)
  return plan === undefined || canonical == null ? [digits] : [canonical, ...plan.others(canonical)]
}
