let name = '?'

/** The name of customers without a name, phone number and email address. */
export function unknownCustomer(): string {
  return name
}

/** The window sets it in the user's language. The search worker shows no names, so its bundle has no texts. */
export function setUnknownCustomer(text: string): void {
  name = text
}
