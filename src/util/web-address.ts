import { encodeUrlPart } from './encode-url-part.ts'

/** Whether a text is the address of something on the web that paths can be put behind: an http or https URL without query and fragment. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s?#]+$/i.test(text) && URL.canParse(text)
}

/** Address of a file, given by its path with `/`, below another address. */
export function addressBelow(address: string, path: string): string {
  return `${address.replace(/\/+$/, '')}/${path.split('/').map(encodeUrlPart).join('/')}`
}
