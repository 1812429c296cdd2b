import { encodePath } from './encode-path.ts'

/** Whether paths can be appended to a text: it is an http or https URL without query and fragment. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s?#]+$/i.test(text) && URL.canParse(text)
}

/** Appends a path (with `/`) to a URL. */
export function addressBelow(address: string, path: string): string {
  return `${address.replace(/\/+$/, '')}/${encodePath(path)}`
}
