import { encodeUrlPart } from './encode-url-part.ts'

/** Whether paths can be appended to a text: it is an http or https URL without query and fragment. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s?#]+$/i.test(text) && URL.canParse(text)
}

/** Appends a path (with `/`) to a URL. */
export function addressBelow(address: string, path: string): string {
  return `${address.replace(/\/+$/, '')}/${path.split('/').map(encodeUrlPart).join('/')}`
}
